import { describe, expect, it } from 'vitest';
import { createGate } from './gate.ts';

function held(): { promise: Promise<void>; release: () => void } {
  let release!: () => void;
  const promise = new Promise<void>(resolve => (release = resolve));
  return { promise, release };
}

const soon = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('gate', () => {
  it('starts the work of who passes in the same turn', () => {
    let started = false;
    void createGate().pass(async () => void (started = true));
    expect(started).toBe(true);
  });

  it('lets one be alone only when all have passed, and holds the others back meanwhile', async () => {
    const gate = createGate();
    const [first, only] = [held(), held()];
    const log: string[] = [];
    const passing = gate.pass(() => first.promise.then(() => void log.push('first')));
    const alone = gate.alone(() => only.promise.then(() => void log.push('alone')));
    const late = gate.pass(async () => void log.push('late'));
    only.release();
    await soon();
    expect(log).toEqual([]);
    first.release();
    await Promise.all([passing, alone, late]);
    expect(log).toEqual(['first', 'alone', 'late']);
  });

  it('goes on after work that failed', async () => {
    const gate = createGate();
    await expect(gate.alone(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    expect(await gate.alone(async () => 1)).toBe(1);
    await expect(gate.pass(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    expect(await gate.pass(async () => 2)).toBe(2);
  });
});
