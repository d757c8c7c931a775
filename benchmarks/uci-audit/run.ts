// The leakage check on a set that leaks its label, and on sets that do not: it must name what gives the label away, and
// stay silent otherwise, or nobody would listen.
import { join } from 'node:path';
import { customs, defaultGeneratorOptions, generateDeclarations } from '@rikuy/customs';
import { createMemoryStores, labelEntry, recordEntry, type ReplayedDataset, replayDataset } from '@rikuy/engine';
import { cutForShare, leakageCheck, type LeakageFinding, takeRows, timeSplit } from '@rikuy/learn';
import { publicData } from '../public-data.ts';
import { type Check, finish, printTable } from '../report.ts';
import { readBank } from '../tabular/bank.ts';
import { readPublicTable } from '../tabular/public-table.ts';

const leaking = ['Audit_Risk', 'Inherent_Risk', 'Score'];

/** What the check says of a set, and how often it is wrong: names not given, and given in vain. */
interface Verdict {
  readonly set: string;
  readonly named: readonly string[];
  readonly wrong: number;
}

export async function run(): Promise<void> {
  const verdicts = [...publicVerdicts(), await generatedCustoms()];
  printTable(
    verdicts.map(({ set, named, wrong }) => ({ set, 'named as leaking': named.join(', ') || 'nothing', wrong })),
  );
  finish('uci-audit', verdicts.map(checkOf));
}

function publicVerdicts(): Verdict[] {
  const sets = { 'uci-audit': judgeAudit, bank: judgeBank, taiwan: judgeTaiwan };
  return Object.entries(sets).flatMap(([name, judge]) => {
    const folder = publicData(name);
    if (!folder)
      console.log(`skipped: ${name}, whose data are not there; set RIKUY_DATA to the folder that holds them.`);
    return folder ? [judge(folder)] : [];
  });
}

function judgeAudit(folder: string): Verdict {
  const { X, y } = readPublicTable([join(folder, 'audit_risk.csv')], 'Risk');
  return verdictOn('uci-audit', leakageCheck(X, y), leaking);
}

function judgeBank(folder: string): Verdict {
  const { data, split } = readBank(folder);
  const labels = Float64Array.from(split.train, row => data.y[row]);
  const found = leakageCheck(takeRows(data.X, split.train), labels, { test: takeRows(data.X, split.test) });
  return verdictOn('bank', found, []);
}

function judgeTaiwan(folder: string): Verdict {
  const { X, y } = readPublicTable([join(folder, 'UCI_Credit_Card.csv')], 'Y');
  return verdictOn('taiwan, row numbers included', leakageCheck(X, y), []);
}

/** Generated declarations on the way that training takes: replayed through the features, labels late. */
async function generatedCustoms(): Promise<Verdict> {
  const stores = createMemoryStores();
  const entries = generateDeclarations(defaultGeneratorOptions).flatMap(({ record, finding, truth }) => {
    const entry = recordEntry(customs, record, { knownAt: record.import_date });
    const known = { ...entry, hidden: { planted_pattern: truth.pattern } };
    if (!finding) return [known];
    const { underreported: label, additionalDuty: amount, verificationDate } = finding;
    return [known, labelEntry(entry, { label, amount }, verificationDate)];
  });
  await stores.eventLog.append(entries.toSorted((a, b) => a.knownAt - b.knownAt));
  const replayed = await replayDataset(customs, stores.eventLog);
  return verdictOn(`generated customs, ${defaultGeneratorOptions.rows} declarations`, leaksIn(replayed), []);
}

/** Trained on what was known before the last fifth of the time, tested on what came after. */
function leaksIn({ X, eventTimes, labels, labelKnownAt }: ReplayedDataset): LeakageFinding[] {
  const cut = cutForShare(eventTimes, 0.2);
  const { train, validation } = timeSplit({ happened: eventTimes, known: labelKnownAt }, { cut });
  const of = (values: Float64Array, rows: Uint32Array): Float64Array => Float64Array.from(rows, row => values[row]);
  return leakageCheck(takeRows(X, train), of(labels, train), {
    test: takeRows(X, validation),
    times: {
      scored: of(eventTimes, train),
      labelsKnown: of(labelKnownAt, train),
      testScored: of(eventTimes, validation),
    },
  });
}

function verdictOn(set: string, findings: readonly LeakageFinding[], expected: readonly string[]): Verdict {
  const named = findings.map(found => ('column' in found ? found.column : found.code));
  const missed = expected.filter(name => !named.includes(name)).length;
  return { set, named, wrong: missed + named.filter(name => !expected.includes(name)).length };
}

function checkOf({ set, wrong }: Verdict): Check {
  return { name: `columns missed or named in vain, ${set}`, value: wrong, bar: { atMost: 0 } };
}
