export interface GroupCommitOptions {
  /** Entries of a batch at most. */
  readonly limit?: number;
  /**
   * Milliseconds between the starts of two commits at least; default 0. A commit costs about as much for four entries
   * as for one, so a short wait halves what a busy database does. After a quiet moment nothing waits.
   */
  readonly spacingMs?: number;
  /** Whether what was given may be to blame for an error; only then smaller batches help. */
  readonly isAtFault?: (error: unknown) => boolean;
}

/**
 * Collects what is given in one turn, and while a commit runs, and writes it as one batch: a hundred answers for one
 * wait on the disk. A batch that is refused is written in halves, so that only what is at fault fails; the order of the
 * calls stays.
 */
export class GroupCommit<Given, Answer> {
  private readonly commit: (batch: readonly Given[]) => Promise<readonly Answer[]>;
  private readonly limit: number;
  private readonly isAtFault: (error: unknown) => boolean;
  private readonly waiting: Waiting<Given, Answer>[] = [];
  private running = false;
  private readonly spacingMs: number;
  private lastStart = -Infinity;

  /** @param commit writes a batch, all or nothing, and answers in its order */
  constructor(
    commit: (batch: readonly Given[]) => Promise<readonly Answer[]>,
    { limit = 500, spacingMs = 0, isAtFault = () => true }: GroupCommitOptions = {},
  ) {
    this.commit = commit;
    this.limit = limit;
    this.spacingMs = spacingMs;
    this.isAtFault = isAtFault;
  }

  add(given: Given): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ given, resolve, reject });
      if (!this.running) {
        this.running = true;
        void this.writeAll();
      }
    });
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      await this.turnToCome();
      this.lastStart = performance.now();
      await this.write(this.waiting.splice(0, this.limit));
    }
    this.running = false;
  }

  /** The end of this turn, or when enough time has passed since the last commit began. */
  private async turnToCome(): Promise<void> {
    await new Promise(resolve => setImmediate(resolve));
    const due = this.lastStart + this.spacingMs;
    // A timer may fire a little early.
    for (let wait = due - performance.now(); wait > 0; wait = due - performance.now()) {
      await new Promise(resolve => setTimeout(resolve, wait));
    }
  }

  private async write(batch: readonly Waiting<Given, Answer>[]): Promise<void> {
    try {
      const answers = await this.commit(batch.map(({ given }) => given));
      batch.forEach(({ resolve }, index) => resolve(answers[index]));
    } catch (error) {
      if (!this.isAtFault(error)) return this.refuseAll(batch, error);
      if (batch.length === 1) return batch[0].reject(error);
      await this.writeInHalves(batch);
    }
  }

  /** What waits was worked out on a state that counts what has just been lost, so it must not be written either. */
  private refuseAll(batch: readonly Waiting<Given, Answer>[], error: unknown): void {
    for (const { reject } of [...batch, ...this.waiting.splice(0)]) reject(error);
  }

  private async writeInHalves(batch: readonly Waiting<Given, Answer>[]): Promise<void> {
    const half = Math.ceil(batch.length / 2);
    await this.write(batch.slice(0, half));
    await this.write(batch.slice(half));
  }
}

interface Waiting<Given, Answer> {
  readonly given: Given;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}
