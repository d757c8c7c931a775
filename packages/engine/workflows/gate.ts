/**
 * Lets many pass at once, and one be alone: who asks to be alone waits for those who are passing, and whoever comes
 * meanwhile waits for him. Without anybody alone, `pass` starts its work at once, in the same turn.
 */
export interface Gate {
  pass<T>(work: () => Promise<T>): Promise<T>;
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(): Gate {
  const crowd = { passing: 0, waitingToBeAlone: 0 };
  let turn: Promise<unknown> = Promise.resolve();
  let allPassed: (() => void) | null = null;

  const pass = async <T>(work: () => Promise<T>): Promise<T> => {
    while (crowd.waitingToBeAlone > 0) await turn;
    crowd.passing++;
    try {
      return await work();
    } finally {
      crowd.passing--;
      if (crowd.passing === 0) allPassed?.();
    }
  };

  const nobodyPasses = (): Promise<void> =>
    crowd.passing === 0 ? Promise.resolve() : new Promise(resolve => (allPassed = resolve));

  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    crowd.waitingToBeAlone++;
    const done = turn
      .then(nobodyPasses)
      .then(work)
      .finally(() => crowd.waitingToBeAlone--);
    // Whoever asked hears of a failure; the next in turn goes on all the same.
    turn = done.catch(() => undefined);
    return done;
  };

  return { pass, alone };
}
