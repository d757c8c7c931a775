// One replay in a process of its own: node replay-once.ts '{"events":…,"cards":…,"terminals":…,"seed":…}'.
// Prints {"cpuSeconds","megabytes",…}; making the events does not count. Then saves the state and starts from it.
import { createFeatureEngine, readSnapshot, replay, writeSnapshot } from '@rikuy/engine';
import { cardPayments } from './card-payments.ts';
import { cpuSeconds, GeneratedLog, type GeneratedPlan } from './generated-log.ts';

const log = new GeneratedLog(JSON.parse(process.argv[2]) as GeneratedPlan);
const engine = createFeatureEngine(cardPayments);
let checksum = 0;
const before = process.cpuUsage();
const { events, labels } = await replay(engine, log, {
  onEntry: (_, vector) => {
    if (vector) checksum += sumOf(vector.numbers);
  },
});
const total = cpuSeconds(before);
console.log(
  JSON.stringify({
    events,
    labels,
    features: cardPayments.features.length,
    cpuSeconds: total - log.generatingSeconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    checksum,
    ...snapshot(),
  }),
);

/** What it takes to start from a snapshot instead of the whole log. */
function snapshot() {
  const saving = process.cpuUsage();
  const bytes = writeSnapshot(cardPayments, { position: { knownAt: 0, sequence: 0 }, columns: engine.save() });
  const savingSeconds = cpuSeconds(saving);
  const starting = process.cpuUsage();
  createFeatureEngine(cardPayments, readSnapshot(cardPayments, bytes).columns);
  return { snapshotMegabytes: bytes.length / 2 ** 20, savingSeconds, startingSeconds: cpuSeconds(starting) };
}

/** Plain, so that it costs nothing beside what is measured; missing values count as 1. */
function sumOf(numbers: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += Number.isNaN(numbers[i]) ? 1 : numbers[i];
  return sum;
}
