// Korean customs declarations: learn from 2020, judge on the first quarter of 2021, predict the second.
// No label of the judged quarter is used: its rows pass the feature engine as they come, labels cut off.
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { customsKr } from '@rikuy/customs-kr';
import {
  createMemoryStores,
  ingestRecords,
  openUseCase,
  parseRecord,
  recordEntry,
  scoreVector,
  systemClock,
  trainModel,
  type UseCase,
} from '@rikuy/engine';
import type { FeatureVector, RecordValues } from '@rikuy/contracts';
import { openFile } from '@rikuy/files';
import { bootstrapInterval, precisionAtTop, rocAuc, type ScoredRows, seeded } from '@rikuy/learn';
import { publicData } from '../public-data.ts';
import { type Check, finish, printTable } from '../report.ts';

/** The plan of the example, judged inside 2020 and then fitted on all of it. */
const useCase: UseCase = { ...customsKr, training: { ...customsKr.training, cut: undefined, refit: true } };

interface Predicted {
  readonly id: string;
  readonly score: number;
  readonly vector: FeatureVector;
  readonly values: RecordValues;
  readonly label: number;
}

export async function run(args: readonly string[]): Promise<void> {
  const { values: options } = parseArgs({ args: [...args], options: { predict: { type: 'string' } } });
  const folder = publicData('customs');
  if (!folder) {
    console.log('skipped: customs-kr needs the public data set `customs`; set RIKUY_DATA to the folder that holds it.');
    return;
  }
  const [train, valid, test] = ['train', 'valid', 'test_features'].map(name => join(folder, `${name}.csv`));
  const judged = await predictAfter([train], valid);
  const known = new Set(await tuplesOf(train));
  printTable(figuresOf(judged, known));
  if (options.predict) {
    const predicted = await predictAfter([train, valid], test);
    const lines = predicted.map(({ id, score }) => `${id},${score}`);
    await writeFile(options.predict, `Declaration ID,score\n${lines.join('\n')}\n`);
    console.error(`${predicted.length} predictions in ${options.predict}`);
  }
  finish('customs-kr', checksOf(judged));
}

/** Trains on the labelled files and scores the rows of another as they come, without their labels. */
async function predictAfter(labelled: readonly string[], file: string): Promise<Predicted[]> {
  const stores = createMemoryStores();
  for (const path of labelled) {
    await ingestRecords(useCase, openFile(path), stores, {
      recordType: useCase.decides,
      clock: systemClock,
      rejectFolder: join(tmpdir(), 'rikuy-rejects'),
    });
  }
  const { version } = await trainModel(useCase, stores, systemClock, {
    seed: 1,
    threads: 2,
    by: 'bench',
    codeVersion: 'bench',
  });
  await stores.modelStore.promote(useCase.id, version);
  const live = await openUseCase(useCase, stores, systemClock);
  const predicted: Predicted[] = [];
  for await (const { rows } of openFile(file).rows({ skip: 0, batch: 2000 })) {
    for (const { values: raw } of rows) {
      const { Fraud: label, 'Critical Fraud': _, ...features } = raw;
      const parsed = parseRecord(useCase, useCase.decides, features);
      if (parsed.kind === 'rejected') throw new Error(`row refused: ${JSON.stringify(parsed.rejections)}`);
      const entry = recordEntry(useCase, parsed.values, { knownAt: Number(parsed.values.date) });
      const vector = live.features().toVector(live.features().observe(entry));
      const { score } = scoreVector(live.model(), vector);
      predicted.push({ id: entry.eventId, score, vector, values: parsed.values, label: Number(label) });
    }
  }
  return predicted;
}

function rowsOf(predicted: readonly Predicted[], score: (one: Predicted) => number = one => one.score): ScoredRows {
  return { y: Float64Array.from(predicted, ({ label }) => label), score: Float64Array.from(predicted, score) };
}

function figuresOf(judged: readonly Predicted[], known: ReadonlySet<string>) {
  const unseen = judged.filter(({ values }) => !known.has(tupleOf(values)));
  const lookup = (one: Predicted): number => Number(one.vector.heading_origin_fraud_rate ?? 0);
  return [
    figureRow('Rikuy, 2021 Q1', rowsOf(judged)),
    figureRow('lookup of HS6 × origin, same quarter', rowsOf(judged, lookup)),
    figureRow(`Rikuy, the ${unseen.length} rows whose declaration does not repeat one of 2020`, rowsOf(unseen)),
    { model: 'best published (LightGBM), 2021 Q2', AUC: '', 'P@5 %': '0.762', 'P@10 %': '0.641' },
    { model: 'lookup without learning, 2021 Q2', AUC: '', 'P@5 %': '0.778', 'P@10 %': '0.705' },
  ];
}

function figureRow(model: string, rows: ScoredRows) {
  const figure = (metric: (of: ScoredRows) => number): string => {
    const { estimate, lower, upper } = bootstrapInterval(metric, rows, { random: seeded(1) });
    return `${estimate.toFixed(3)} [${lower.toFixed(3)}–${upper.toFixed(3)}]`;
  };
  return {
    model,
    AUC: figure(rocAuc),
    'P@5 %': figure(of => precisionAtTop(of, { share: 0.05 })),
    'P@10 %': figure(of => precisionAtTop(of, { share: 0.1 })),
  };
}

function checksOf(judged: readonly Predicted[]): Check[] {
  const rows = rowsOf(judged);
  const atLeast = (name: string, value: number, bar: number): Check => ({ name, value, bar: { atLeast: bar } });
  return [
    atLeast('ROC AUC, 2021 Q1', rocAuc(rows), 0.83),
    atLeast('precision at 5 %, 2021 Q1', precisionAtTop(rows, { share: 0.05 }), 0.8),
    atLeast('precision at 10 %, 2021 Q1', precisionAtTop(rows, { share: 0.1 }), 0.72),
  ];
}

/** The description that the file's generator repeats: the goods, their route, duty, mass and price. */
function tupleOf(values: RecordValues): string {
  const names = [
    'hs6_code',
    'country_of_departure',
    'country_of_origin',
    'tax_type',
    'tax_rate',
    'net_mass',
    'item_price',
  ];
  return names.map(name => values[name]).join('|');
}

async function tuplesOf(file: string): Promise<string[]> {
  const tuples: string[] = [];
  for await (const { rows } of openFile(file).rows({ skip: 0, batch: 5000 })) {
    for (const { values: raw } of rows) {
      const parsed = parseRecord(useCase, useCase.decides, raw);
      if (parsed.kind === 'accepted') tuples.push(tupleOf(parsed.values));
    }
  }
  return tuples;
}
