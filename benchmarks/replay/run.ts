import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Check, finish, printTable } from '../report.ts';
import type { GeneratedPlan } from './generated-log.ts';

interface Measured {
  readonly plan: GeneratedPlan;
  readonly labels: number;
  readonly features: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly snapshotMegabytes: number;
  readonly savingSeconds: number;
  readonly startingSeconds: number;
}

const seed = 1;

/**
 * Payments and labels replayed through thirty features: a million of them, the growth with rows, and the growth with
 * keys. Every replay runs in a process of its own; CPU time of all its threads counts, as on a machine with one core.
 * `--quick` takes a tenth of the rows and keys, for the growth and a look at the rest.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { quick: { type: 'boolean', default: false } } });
  const scale = values.quick ? 0.1 : 1;
  const withRows = [100_000, 300_000, 1_000_000].map(events => measure(events * scale, 50_000 * scale));
  const withKeys = [10_000, 30_000, 100_000].map(cards => measure(300_000 * scale, cards * scale));
  printTable([...withRows, ...withKeys].map(rowOf));
  finish('replay', [
    { name: 'CPU seconds per million events', value: microsPerEvent(withRows[2]), bar: { atMost: 10 } },
    { name: 'growth of time per event, rows × 10', value: growth(withRows), bar: { atMost: 1.5 } },
    { name: 'growth of time per event, keys × 10', value: growth(withKeys), bar: { atMost: 1.5 } },
    ...memoryChecks(withRows),
  ]);
}

/** There are ten times as many cards as terminals. */
function measure(events: number, cards: number): Measured {
  const plan: GeneratedPlan = { events, cards, terminals: cards / 10, seed };
  const script = join(import.meta.dirname, 'replay-once.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, JSON.stringify(plan)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`replay-once.ts failed:\n${stderr}`);
  return { plan, ...(JSON.parse(stdout) as Omit<Measured, 'plan'>) };
}

function rowOf({ plan, labels, features, cpuSeconds, megabytes, ...snapshot }: Measured) {
  return {
    events: plan.events,
    labels,
    features,
    cards: plan.cards,
    terminals: plan.terminals,
    'CPU s': cpuSeconds,
    'µs/event': microsPerEvent({ plan, cpuSeconds }),
    'peak MB': megabytes,
    'snapshot MB': snapshot.snapshotMegabytes,
    'to save, s': snapshot.savingSeconds,
    'to start, s': snapshot.startingSeconds,
  };
}

function microsPerEvent({ plan, cpuSeconds }: Pick<Measured, 'plan' | 'cpuSeconds'>): number {
  return (cpuSeconds * 1e6) / plan.events;
}

/** Time per event of the last beside that of the first. */
function growth(measured: readonly Measured[]): number {
  return microsPerEvent(measured.at(-1)!) / microsPerEvent(measured[0]);
}

/** What a further event takes, from the two largest replays; the state must not grow faster than the rows. */
function memoryChecks(measured: readonly Measured[]): Check[] {
  const [smaller, larger] = measured.slice(-2);
  const perEvent = (larger.megabytes - smaller.megabytes) / (larger.plan.events - smaller.plan.events);
  return [{ name: 'kilobytes of memory per further event', value: perEvent * 1024, bar: { atMost: 2 } }];
}
