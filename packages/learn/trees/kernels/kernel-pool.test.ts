import { describe, expect, test } from 'vitest';
import { kernel } from '../generated/kernels.ts';
import { KernelPool } from './kernel-pool.ts';
import { MemoryPlan } from './memory-plan.ts';

const LISTED = 1000;

describe('a kernel pool', () => {
  test.each([1, 2, 5])('does every task once, however many, on %i threads', threads => {
    const { pool, address } = openPool(threads);
    const lists = 3 * kernel.TASK_MASK;
    for (let k = 0; k < lists; k++) pool.add(kernel.DO_LEAF, 0, 0);
    for (let k = 0; k < LISTED; k++) pool.add(kernel.DO_LIST, address + 4 * k, k, k + 1);
    pool.run();
    expect([...listed(pool, address)]).toEqual(Array.from({ length: LISTED }, (_, k) => k));
    expect(pool.ints[kernel.TASKS_DONE >>> 2]).toBe(pool.ints[kernel.TASKS_PUBLISHED >>> 2]);
    pool.close();
  });

  test('is done before its helpers have had time to start', () => {
    const { pool, address } = openPool(3, 200 * 2 ** 20);
    pool.add(kernel.DO_LIST, address, 0, LISTED);
    const started = performance.now();
    pool.run();
    expect(performance.now() - started).toBeLessThan(1000);
    expect(listed(pool, address)[LISTED - 1]).toBe(LISTED - 1);
    pool.close();
  });

  test('hands its memory to the next one, settings cleared', () => {
    const first = openPool(1).pool;
    first.setDouble(kernel.LAMBDA, 5);
    first.close();
    const second = openPool(1).pool;
    expect(second.buffer).toBe(first.buffer);
    expect(second.doubles[kernel.LAMBDA >>> 3]).toBe(0);
    second.close();
  });

  test('never shares memory with another that is open', () => {
    const [one, other] = [openPool(1).pool, openPool(1).pool];
    expect(one.buffer).not.toBe(other.buffer);
    one.close();
    other.close();
  });

  test('does not keep a large memory for a small need', () => {
    const large = openPool(1, 600 * 2 ** 20).pool;
    large.close();
    const small = openPool(1).pool;
    expect(small.buffer.byteLength).toBeLessThan(large.buffer.byteLength);
    small.close();
  });
});

test('a plan beyond what 32 bits address says what to do', () => {
  const plan = new MemoryPlan();
  plan.reserve(5 * 2 ** 30);
  expect(() => plan.bytes()).toThrow(/needs 5\.0 GiB and can address 4; use fewer rows/);
});

function openPool(threads: number, bytes = 4 * LISTED): { pool: KernelPool; address: number } {
  const plan = new MemoryPlan();
  const address = plan.reserve(bytes);
  return { pool: new KernelPool(plan, threads, 64), address };
}

function listed(pool: KernelPool, address: number): Int32Array {
  return pool.ints.subarray(address >>> 2, (address >>> 2) + LISTED);
}
