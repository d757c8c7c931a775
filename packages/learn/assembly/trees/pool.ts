import {
  CALLER_WAITS, QUIT, SCRATCHES, SLEEPERS, TASK_BYTES, TASK_MASK, TASK_RING, TASKS_CLAIMED, TASKS_DONE, TASKS_PUBLISHED,
} from './layout';
import { perform } from './tasks';

// Tasks are numbered on and on, over all fits, and lie in a ring. Whoever is free claims the next one,
// so a thread that starts late or is starved by its machine delays nobody: the caller works through the ring as well.

const SPINS: i32 = 20000;
const NAP: i64 = 1000000; // nanoseconds

/** Publishes all tasks below `end`, takes part in them, and returns when all are done. */
export function run(end: i32): void {
  atomic.store<i32>(TASKS_PUBLISHED, end);
  if (atomic.load<i32>(SLEEPERS)) atomic.notify(TASKS_PUBLISHED, -1);
  work(0);
  awaitOthers(end);
}

/** The life of a helper, the thread of this number: work, spin a little, sleep, until told to quit. */
export function serve(thread: i32): void {
  while (!atomic.load<i32>(QUIT)) {
    work(thread);
    idle(atomic.load<i32>(TASKS_CLAIMED));
  }
}

/** Ends all helpers. */
export function quit(): void {
  atomic.store<i32>(QUIT, 1);
  atomic.notify(TASKS_PUBLISHED, -1);
}

function work(thread: i32): void {
  for (;;) {
    const task = atomic.load<i32>(TASKS_CLAIMED);
    if (task >= atomic.load<i32>(TASKS_PUBLISHED)) return;
    if (atomic.cmpxchg<i32>(TASKS_CLAIMED, task, task + 1) != task) continue;
    perform(<usize>load<u32>(TASK_RING) + <usize>(task & TASK_MASK) * TASK_BYTES, <usize>load<u32>(SCRATCHES + (<usize>thread << 2)));
    atomic.add<i32>(TASKS_DONE, 1);
    if (atomic.load<i32>(CALLER_WAITS)) atomic.notify(TASKS_DONE, -1);
  }
}

function awaitOthers(end: i32): void {
  for (let i = 0; i < SPINS; i++) if (atomic.load<i32>(TASKS_DONE) == end) return;
  atomic.store<i32>(CALLER_WAITS, 1);
  for (;;) {
    const done = atomic.load<i32>(TASKS_DONE);
    if (done == end) break;
    atomic.wait<i32>(TASKS_DONE, done, NAP);
  }
  atomic.store<i32>(CALLER_WAITS, 0);
}

function idle(seen: i32): void {
  for (let i = 0; i < SPINS; i++) {
    if (atomic.load<i32>(TASKS_PUBLISHED) > seen || atomic.load<i32>(QUIT)) return;
  }
  atomic.add<i32>(SLEEPERS, 1);
  const published = atomic.load<i32>(TASKS_PUBLISHED);
  if (published <= seen && !atomic.load<i32>(QUIT)) atomic.wait<i32>(TASKS_PUBLISHED, published, -1);
  atomic.sub<i32>(SLEEPERS, 1);
}
