import type { RecordValues, User } from '@rikuy/contracts';
import { dayOf, type EventToScore, giveVerdict, parseRecord, queuePage, recordEvents } from '@rikuy/engine';
import { openFile, type Platform, type UseCaseInService } from '@rikuy/runtime';
import type { Terminal } from '../output/terminal.ts';
import type { SeedingFiles } from './seeding-files.ts';
import type { SimulatedClock } from './simulated-clock.ts';

const inspector: User = { id: 'inspector', name: 'Inspector de aforo', role: 'inspector', office: null };
const msPerHour = 3_600_000;
/** Work that the last day leaves for whoever opens the demo. */
const daysLeftToWork = 1;

interface Arriving {
  readonly event: EventToScore;
  readonly time: number;
}

/** A record that is looked back on, not decided. */
interface Context {
  readonly recordType: string;
  readonly values: RecordValues;
  readonly day: string;
}

/**
 * Lives through files of events day by day: each is decided as it would have been on its day, and at day's end the
 * cases within capacity get the verdict that the planted truth gives. The last day's cases stay open. What is only
 * looked back on arrives at the beginning of its day: no window of an event reaches beyond its own time.
 */
export async function liveThrough(
  platform: Platform,
  useCaseId: string,
  {
    files,
    clock,
    terminal,
  }: { readonly files: SeedingFiles; readonly clock: SimulatedClock; readonly terminal: Terminal },
): Promise<void> {
  const service = await platform.inService(useCaseId);
  const events = await readArriving(service, files.decided);
  const contextOf = Map.groupBy(await readContext(service, files.others), ({ day }) => day);
  const days = [...Map.groupBy(events, ({ time }) => dayOf(time))];
  const progress = terminal.progress({ es: 'Decidiendo', en: 'Deciding' });
  // What only time tells cannot be found at day's end.
  const isWorked = service.live.useCase.label.foundBy !== 'time';
  let decided = 0;
  for (const [index, [day, ofDay]] of days.entries()) {
    clock.moveTo(Date.parse(`${day}T05:00:00Z`));
    await learnContext(platform, service, contextOf.get(day) ?? []);
    await decideDay(service, ofDay, clock);
    decided += ofDay.length;
    if (isWorked && index < days.length - daysLeftToWork) await workDay(platform, service, day, clock);
    progress({ step: terminal.say({ es: 'registros', en: 'records' }), done: decided, total: events.length });
  }
  terminal.endProgress();
}

async function readArriving({ live }: UseCaseInService, file: string): Promise<Arriving[]> {
  const { useCase } = live;
  const events: Arriving[] = [];
  for await (const { rows } of openFile(file).rows({ skip: 0, batch: 5000 })) {
    for (const row of rows) {
      const parsed = parseRecord(useCase, useCase.decides, row.values);
      if (parsed.kind === 'rejected') continue;
      const { values, hidden } = parsed;
      events.push({ event: { values, hidden }, time: Number(values[useCase.records[useCase.decides].timeField]) });
    }
  }
  return events.toSorted((a, b) => a.time - b.time);
}

async function readContext({ live }: UseCaseInService, files: SeedingFiles['others']): Promise<Context[]> {
  const context: Context[] = [];
  for (const { recordType, path } of files) {
    const { timeField } = live.useCase.records[recordType];
    for await (const { rows } of openFile(path).rows({ skip: 0, batch: 5000 })) {
      for (const row of rows) {
        const parsed = parseRecord(live.useCase, recordType, row.values);
        if (parsed.kind === 'rejected') continue;
        context.push({ recordType, values: parsed.values, day: dayOf(Number(parsed.values[timeField])) });
      }
    }
  }
  return context;
}

async function learnContext(
  { stores }: Platform,
  { live }: UseCaseInService,
  context: readonly Context[],
): Promise<void> {
  for (const [recordType, ofType] of Map.groupBy(context, one => one.recordType))
    await recordEvents(live, stores, { recordType, records: ofType.map(({ values }) => values) });
}

/** The day's events, spread over the working day. */
async function decideDay(
  { score }: UseCaseInService,
  ofDay: readonly Arriving[],
  clock: SimulatedClock,
): Promise<void> {
  const pending = ofDay.map(({ event, time }, i) => {
    clock.moveTo(time + 8 * msPerHour + Math.floor((i * 8 * msPerHour) / ofDay.length));
    return score(event);
  });
  await Promise.all(pending);
}

async function workDay(
  platform: Platform,
  { live }: UseCaseInService,
  day: string,
  clock: SimulatedClock,
): Promise<void> {
  const { caseStore, eventLog } = platform.stores;
  const { id, policy, label } = live.useCase;
  const { items } = queuePage(policy, await caseStore.queue({ useCase: id, day, limit: 500 }));
  clock.moveTo(Date.parse(`${day}T23:00:00Z`));
  for (const item of items.filter(({ withinCapacity, status }) => withinCapacity && status === 'open')) {
    const entry = await eventLog.find(id, item.eventId);
    await giveVerdict(live, platform.stores, item.caseId, {
      by: inspector,
      finding: findingOf(item.revision, entry!.hidden ?? {}, label.currency),
    });
  }
}

function findingOf(revision: number, truth: RecordValues, currency: string) {
  const isTrue = Number(truth.true_label) === 1;
  const recovered = isTrue ? { amount: Math.round(Number(truth.true_amount ?? 0) * 100) / 100, currency } : null;
  return { revision, label: isTrue ? 1 : 0, correctedValue: null, recovered, note: '' } as const;
}
