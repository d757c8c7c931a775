import { isDeepStrictEqual } from 'node:util';
import { RikuyError } from '@rikuy/contracts';
import type { Random } from '@rikuy/learn';
import { seeded } from '@rikuy/learn';
import { plainProgram } from '../expressions/plain-program.ts';
import { readsOfRules } from '../expressions/use-case-scope.ts';
import { createFeatureEngine, type EngineEntry } from '../stages/features/feature-engine.ts';
import { parseRecord } from '../stages/ingestion/parse-record.ts';
import type { RawRecord } from '../stages/ingestion/read-record.ts';
import { recordEntry } from '../use-case/log-entries.ts';
import { defineUseCase } from '../use-case/define-use-case.ts';
import type { UseCase } from '../use-case/use-case.ts';
import type { ReadyCheck } from './check-ports.ts';
import { historyOf } from './use-case-history.ts';

export interface UseCaseFixtures {
  /** By record type, a few raw records as a file or a request brings them, all of them right. */
  readonly fixtures: Readonly<Record<string, readonly RawRecord[]>>;
  /** Features that are never given as a reason, each with why. */
  readonly withoutReason?: Readonly<Record<string, string>>;
  /** Features that no history made of the fixtures gives a value, each with why. */
  readonly neverPresent?: Readonly<Record<string, string>>;
}

/**
 * The conformance suite of a use case.
 *
 * ```ts
 * describe('orders', () => {
 *   it.each(checkUseCase(orders, { fixtures: { order: [{ order_id: '1', … }] } }))('$name', ({ run }) => run());
 * });
 * ```
 */
export function checkUseCase(useCase: UseCase, given: UseCaseFixtures): readonly ReadyCheck[] {
  const promises: Readonly<Record<string, () => void>> = {
    'is defined without a contradiction': () => void defineUseCase(useCase),
    'survives JSON': () => survivesJson(useCase),
    'reads every fixture': () => void fixtureEntries(useCase, given),
    'reads every example that it shows': () => readsExamples(useCase),
    'gives every feature a value somewhere in a history of the fixtures': () => givesValues(useCase, given),
    'gives vectors that nothing known later changes': () => isPointInTime(useCase, given),
    'gives vectors that a look into the state does not change': () => isUntouchedByPreview(useCase, given),
    'evaluates every rule on the fixtures': () => evaluatesRules(useCase, given),
    'has a reason text for every feature': () => hasReasons(useCase, given),
  };
  return Object.entries(promises).map(([name, check]) => ({ name, run: async () => check() }));
}

function survivesJson(useCase: UseCase): void {
  const copy = JSON.parse(JSON.stringify(useCase)) as UseCase;
  if (!isDeepStrictEqual(copy, useCase))
    fail(useCase, 'expected plain data; a copy through JSON differs. Leave out undefined members, functions and NaN.');
  defineUseCase(copy);
}

/** The fixtures as entries of the log, in the order given. */
function fixtureEntries(useCase: UseCase, { fixtures }: UseCaseFixtures): readonly EngineEntry[] {
  if ((fixtures[useCase.decides] ?? []).length === 0)
    fail(useCase, `expected at least one fixture of \`${useCase.decides}\`; got none.`);
  return Object.entries(fixtures).flatMap(([recordType, raws]) =>
    raws.map((raw, i) => entryOf(useCase, { recordType, raw, place: `fixture ${i + 1} of \`${recordType}\`` })),
  );
}

function readsExamples(useCase: UseCase): void {
  const engine = createFeatureEngine(useCase);
  useCase.examples.forEach(({ record }, i) => {
    engine.preview(entryOf(useCase, { recordType: useCase.decides, raw: record, place: `example ${i + 1}` }));
  });
}

interface RawEntry {
  readonly recordType: string;
  readonly raw: RawRecord;
  /** Where it stands, for messages: its values may be personal. */
  readonly place: string;
}

function entryOf(useCase: UseCase, { recordType, raw, place }: RawEntry): EngineEntry {
  const parsed = parseRecord(useCase, recordType, raw);
  if (parsed.kind === 'rejected') {
    const wrong = parsed.rejections.map(({ field, reason }) => `\`${field}\` (${reason})`).join(', ');
    return fail(useCase, `${place} should be read; refused for ${wrong}. Correct the fixture or the record.`);
  }
  const entry = recordEntry(useCase, parsed.values, { recordType, knownAt: 0 });
  return { ...entry, knownAt: entry.eventTime };
}

function givesValues(useCase: UseCase, given: UseCaseFixtures): void {
  const engine = createFeatureEngine(useCase);
  const present = new Set<string>();
  for (const entry of historyOf(useCase, fixtureEntries(useCase, given), { random: seeded(1) })) {
    const vector = engine.take(entry);
    if (vector === null) continue;
    for (const [name, value] of Object.entries(engine.toVector(vector))) if (value !== null) present.add(name);
  }
  requireAll(useCase, present, { exempt: given.neverPresent, what: 'a value in some fixture', list: 'neverPresent' });
}

function hasReasons(useCase: UseCase, { withoutReason }: UseCaseFixtures): void {
  const present = new Set(Object.keys(useCase.reasons));
  requireAll(useCase, present, { exempt: withoutReason, what: 'a text in `reasons`', list: 'withoutReason' });
}

/** Every feature has it or is exempt, and no exemption stands without need. */
function requireAll(
  useCase: UseCase,
  present: ReadonlySet<string>,
  { exempt = {}, what, list }: { exempt?: Readonly<Record<string, string>>; what: string; list: string },
): void {
  const features = useCase.features.map(({ name }) => name);
  const lacking = features.filter(name => !present.has(name) && !Object.hasOwn(exempt, name));
  if (lacking.length > 0)
    fail(
      useCase,
      `expected ${what} for every feature; ${lacking.join(', ')} has none. Give it, or list it in \`${list}\`.`,
    );
  const needless = Object.keys(exempt).filter(name => present.has(name) || !features.includes(name));
  if (needless.length > 0)
    fail(useCase, `\`${list}\` lists ${needless.join(', ')} without need. Take it off the list.`);
}

const trials = 12;

function isPointInTime(useCase: UseCase, given: UseCaseFixtures): void {
  const fixtures = fixtureEntries(useCase, given);
  const random = seeded(2);
  const history = historyOf(useCase, fixtures, { random });
  const expected = vectorsOf(useCase, history);
  for (let trial = 0; trial < trials; trial++) {
    const cut = random.below(history.length);
    const other = historyOf(useCase, fixtures, { random });
    const changed = [...history.slice(0, cut), ...rewritten(history.slice(cut), random), ...other];
    const vectors = vectorsOf(useCase, changed).slice(0, cut);
    if (!isDeepStrictEqual(vectors, expected.slice(0, cut)))
      fail(useCase, `expected vectors that depend on the past alone; entry ${cut} and later changed an earlier one.`);
  }
}

/** The same entries with labels turned round and figures of other entries. */
function rewritten(entries: readonly EngineEntry[], random: Random): readonly EngineEntry[] {
  return entries.map(entry => {
    if (entry.kind === 'label') return { ...entry, values: { label: entry.values.label === 1 ? 0 : 1, amount: 1 } };
    const others = entries.filter(({ kind, recordType }) => kind === 'record' && recordType === entry.recordType);
    return { ...entry, values: others[random.below(others.length)].values };
  });
}

function isUntouchedByPreview(useCase: UseCase, given: UseCaseFixtures): void {
  const random = seeded(3);
  const history = historyOf(useCase, fixtureEntries(useCase, given), { random });
  const records = history.filter(({ kind, recordType }) => kind === 'record' && recordType === useCase.decides);
  const engine = createFeatureEngine(useCase);
  const vectors = history.map(entry => {
    engine.preview(records[random.below(records.length)]);
    return engine.take(entry);
  });
  if (!isDeepStrictEqual(vectors, vectorsOf(useCase, history)))
    fail(useCase, 'expected the same vectors with and without looks into the state in between.');
}

function vectorsOf(useCase: UseCase, entries: readonly EngineEntry[]) {
  const engine = createFeatureEngine(useCase);
  return entries.map(entry => engine.take(entry));
}

function evaluatesRules(useCase: UseCase, given: UseCaseFixtures): void {
  const { rules } = useCase.policy;
  const engine = createFeatureEngine(useCase);
  const place = { subject: 'the rules', reads: readsOfRules };
  const evaluate = plainProgram(
    useCase,
    rules.map(({ when }) => when),
    place,
  );
  for (const entry of fixtureEntries(useCase, given)) {
    if (entry.recordType !== useCase.decides) continue;
    const vector = engine.toVector(engine.preview(entry));
    evaluate({ record: entry.values, eventTime: entry.eventTime, vector });
  }
}

function fail(useCase: UseCase, message: string): never {
  throw new RikuyError('invalid-declaration', `use case \`${useCase.id}\`: ${message}`);
}
