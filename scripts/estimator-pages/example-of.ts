import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Fitted } from '@rikuy/learn';

/** How an estimator is made in its example, where its name with default parameters does not say it all. */
const MAKING: Readonly<Record<string, string>> = {
  autoencoder: 'pipeline([scale(), autoencoder({ encoder: [4, 1], epochs: 200 })])',
  calibratedClassifier: 'calibratedClassifier(pipeline([scale(), oneHot(), logisticRegression()]), { folds: 3 })',
  columnPipelines:
    "columnPipelines([\n  { columns: 'numbers', through: scale() },\n  { columns: ['country'], through: oneHot() },\n])",
  denseNetworkClassifier: 'pipeline([scale(), denseNetworkClassifier({ layers: [8], epochs: 100 })])',
  denseNetworkRegressor: 'pipeline([scale(), denseNetworkRegressor({ layers: [8], epochs: 100 })])',
  keepColumns: "keepColumns({ columns: ['amount'] })",
  logisticRegression: 'pipeline([scale(), oneHot(), logisticRegression()])',
  modelImpute: 'modelImpute(gradientBoostingRegressor({ trees: 20 }))',
  pipeline: 'pipeline([scale(), oneHot(), logisticRegression({ l2: 1 })])',
  sequenceNetwork:
    "pipeline([\n  scale(),\n  sequenceNetwork({ sequences: { step: ['amount', 'items'] }, layers: [4], epochs: 100 }),\n])",
  stackingClassifier:
    'stackingClassifier(\n  [randomForestClassifier({ trees: 20, minLeaf: 1 }), gradientBoostingClassifier({ trees: 20 })],\n  logisticRegression(),\n  { folds: 2 },\n)',
  votingClassifier:
    'votingClassifier(\n  [randomForestClassifier({ trees: 20, minLeaf: 1 }), gradientBoostingClassifier({ trees: 20 })],\n  { weights: [2, 1] },\n)',
};

/** What cannot take the text column by itself. */
const ONLY_NUMBERS = ['autoencoder', 'denseNetworkClassifier', 'denseNetworkRegressor', 'sequenceNetwork'];

const COLUMNS: Readonly<Record<string, string>> = {
  amount: 'numbers([120, 15, 310, 22, 95, 480, 31, 18, 260, 40, 75, 510])',
  items: 'numbers([3, 1, 5, 2, 4, 9, 1, 1, 6, 2, 3, 8])',
  country: "categories(['PE', 'PE', 'CN', 'PE', 'US', 'CN', 'PE', 'US', 'CN', 'PE', 'US', 'CN'])",
};

/** With a gap, to be filled. */
const GAPPED = COLUMNS.amount.replace('310', 'NaN');

export interface EstimatorExample {
  readonly code: string;
  readonly printed: string;
  readonly fitted: Fitted;
}

/** A whole program for an estimator, run: its text, what it printed, and what it fitted. */
export async function exampleOf(name: string, door: Readonly<Record<string, unknown>>): Promise<EstimatorExample> {
  const made = MAKING[name] ?? `${name}()`;
  const fitting = `const fitted = ${made}.fit(X, y);`;
  const start = `${tableText(name)}\n${labelsText(name)}\n\n${fitting}\n`;
  const { fitted } = await run(name, `${importsOf(start, door)}\n\n${start}export { fitted };\n`);
  const code = `${importsOf(start, door)}\n\n${start}${printing(fitted)}\n`;
  const { printed } = await run(`${name}.printing`, code);
  return { code, printed, fitted: fitted! };
}

function tableText(name: string): string {
  const columns = Object.keys(COLUMNS).filter(column => column !== 'country' || !ONLY_NUMBERS.includes(name));
  const fills = /impute/i.test(name);
  const lines = columns.map(column => `  ${column}: ${fills && column === 'amount' ? GAPPED : COLUMNS[column]},`);
  return `const X = table({\n${lines.join('\n')}\n});`;
}

function labelsText(name: string): string {
  if (name.endsWith('Regressor')) return 'const y = Float64Array.of(12, 2, 30, 3, 11, 55, 3, 2, 24, 5, 8, 53);';
  return 'const y = Float64Array.of(0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1);';
}

/** Everything of the package that the text uses. */
function importsOf(text: string, door: Readonly<Record<string, unknown>>): string {
  const used = Object.keys(door).filter(one => new RegExp(`\\b${one}\\(`).test(text));
  return `import { ${used.toSorted().join(', ')} } from '@rikuy/learn';`;
}

function printing(fitted: Fitted | undefined): string {
  const method = ['predictProba', 'predict', 'anomalyScore'].find(one => fitted && one in fitted);
  if (method) return `console.log(Array.from(fitted.${method}(X), value => value.toFixed(3)).join(' '));`;
  return [
    'for (const [name, column] of fitted.transform(X).columns) {',
    "  const shown = column.kind === 'category' ? column.codes : Array.from(column.values, value => value.toFixed(3));",
    "  console.log(`${name}: ${shown.slice(0, 6).join(' ')} …`);",
    '}',
  ].join('\n');
}

/** Runs a program from inside the repository, so that it finds the package as its users do. */
async function run(name: string, code: string): Promise<{ fitted?: Fitted; printed: string }> {
  const folder = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'estimator-pages');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, code);
  const lines: string[] = [];
  const { log } = console;
  console.log = (...values: unknown[]) => void lines.push(values.join(' '));
  try {
    const { fitted } = (await import(pathToFileURL(file).href)) as { fitted?: Fitted };
    return { ...(fitted && { fitted }), printed: lines.join('\n') };
  } catch (cause) {
    throw new Error(`the example of ${name} must run; see ${file}`, { cause });
  } finally {
    console.log = log;
  }
}
