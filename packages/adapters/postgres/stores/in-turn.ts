/** Runs one task after the other, in the order in which they were given. */
export class InTurn {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task);
    // Whoever gave a task hears of its failure; the next one runs all the same.
    this.last = result.catch(() => undefined);
    return result;
  }
}
