// docs/reference/estimators: a page per estimator of the catalogue, from its schema, its doc comment, and an example that ran.
import * as door from '@rikuy/learn';
import type { Estimator, EstimatorFactory, Fitted, FittedPipeline } from '@rikuy/learn';
import { type EstimatorExample, exampleOf } from '../estimator-pages/example-of.ts';
import { type Parameter, parametersOf } from '../estimator-pages/parameters.ts';
import { type EstimatorSource, sourceOf } from '../estimator-pages/source-of.ts';
import { takes } from '../estimator-pages/takes.ts';

const FOLDER = 'docs/reference/estimators';

/** By role; estimators made of others have none of their own. */
const GROUPS = {
  classifier: 'Classifiers: the probability of class 1',
  regressor: 'Regressors: a number',
  detector: 'Detectors: how odd a row is, learned without labels',
  transformer: 'Transformers: columns into columns',
  composed: 'Made of others',
} as const;

type Group = keyof typeof GROUPS;

interface Described {
  readonly name: string;
  readonly kind: string;
  readonly group: Group;
  readonly source: EstimatorSource;
  readonly parameters: readonly Parameter[];
  readonly example: EstimatorExample;
  readonly capabilities: readonly string[];
}

export async function generate(): Promise<Record<string, string>> {
  const described: Described[] = [];
  for (const name of Object.keys(door.catalogue).toSorted()) described.push(await describe(name));
  const pages = described.map(one => [`${FOLDER}/${one.name}.md`, page(one)] as const);
  return Object.fromEntries([[`${FOLDER}/index.md`, index(described)], ...pages]);
}

async function describe(name: string): Promise<Described> {
  const factory = (door.catalogue as Readonly<Record<string, unknown>>)[name] as EstimatorFactory;
  const source = sourceOf(name);
  const example = await exampleOf(name, door);
  return {
    name,
    kind: factory.kind,
    group: factory.role ?? 'composed',
    source,
    parameters: factory.params ? parametersOf(factory.params) : [],
    example,
    capabilities: capabilitiesOf(factory, itself(factory, example.fitted)),
  };
}

/** The fitted estimator, where its example put others before it. */
function itself({ kind }: EstimatorFactory, fitted: Fitted): Fitted {
  const { last } = fitted as Partial<FittedPipeline>;
  return last?.kind === kind ? last : fitted;
}

const METHODS: Readonly<Record<string, string>> = {
  predictProba: 'probability of class 1 of each row',
  predict: 'a number for each row',
  anomalyScore: 'how odd each row is; the higher, the odder',
  transform: 'the changed columns',
  explain: 'exact additive parts of each score, by input',
};

/** Every fitted object has these. */
const COMMON = ['kind', 'inputs', 'toState'];

function capabilitiesOf(factory: EstimatorFactory, fitted: Fitted): string[] {
  const own = Object.keys(fitted).filter(key => !COMMON.includes(key));
  const known = Object.entries(METHODS).filter(([key]) => own.includes(key)).map(([key, gives]) => `\`${key}\`: ${gives}`);
  const more = own.filter(key => !(key in METHODS)).map(key => `\`${key}\``);
  return [...known, ...(more.length > 0 ? [`also ${more.join(', ')}`] : []), ...(factory.params ? taken(factory) : [])];
}

function taken(factory: EstimatorFactory): string[] {
  const make = trialOf(factory);
  if (!make) return [];
  const { categories, gaps } = takes(make, ['first', 'second']);
  return [
    categories ? 'takes columns of categories' : 'takes no columns of categories: encode them first',
    gaps ? 'takes gaps' : 'takes no gaps: impute them first',
  ];
}

/** With parameters that any columns fit. */
function trialOf(factory: EstimatorFactory): (() => Estimator) | undefined {
  const candidates: object[] = [{}, { columns: 'all' }, { sequences: { one: ['first', 'second'] } }];
  const makes = candidates.map(params => () => factory(params as never));
  return makes.find(make => {
    try {
      return make().kind !== '' && fitsNumbers(make());
    } catch {
      return false;
    }
  });
}

function fitsNumbers(estimator: Estimator): boolean {
  const values = Array.from({ length: 40 }, (_, i) => (i * 7) % 11);
  const X = door.table({ first: door.numbers(values), second: door.numbers(values.toReversed()) });
  estimator.fit(X, Float64Array.from(values, value => (value > 6 ? 1 : 0)));
  return true;
}

function page({ name, kind, group, source, parameters, example, capabilities }: Described): string {
  return [
    `# ${name}`,
    '',
    source.description,
    '',
    ...(source.cited.length > 0 ? [`Source: ${source.cited.join('; ')}.`, ''] : []),
    `Role: ${group === 'composed' ? 'that of its parts' : group}. Kind in stored states: \`${kind}\`. Code: [\`${source.path}\`](../../../${source.path}).`,
    '',
    '## Parameters',
    '',
    ...parameterLines(parameters, source),
    '',
    '## Capabilities',
    '',
    ...capabilities.map(one => `- ${one}`),
    '',
    '## Example',
    '',
    '```js',
    example.code.trimEnd(),
    '```',
    '',
    'prints',
    '',
    '```text',
    example.printed,
    '```',
    '',
  ].join('\n');
}

function parameterLines(parameters: readonly Parameter[], source: EstimatorSource): string[] {
  if (parameters.length > 0) {
    const rows = parameters.map(({ name, type, range, fallback, description }) =>
      row([`\`${name}\``, type, range, fallback, description]),
    );
    return ['| parameter | type | range | default | |', '|---|---|---|---|---|', ...rows];
  }
  if (source.options.length === 0) return ['None.'];
  const rows = source.options.map(({ name, type, description }) => row([`\`${name}\``, `\`${type}\``, description]));
  return ['Given after the parts, all optional:', '', '| option | type | |', '|---|---|---|', ...rows];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

function index(described: readonly Described[]): string {
  const groups = (Object.keys(GROUPS) as Group[]).flatMap(group => {
    const members = described.filter(one => one.group === group);
    const rows = members.map(({ name, source }) => `| [${name}](${name}.md) | ${firstSentence(source.description)} |`);
    return [`## ${GROUPS[group]}`, '', '| | |', '|---|---|', ...rows, ''];
  });
  return [
    '# Estimators',
    '',
    `The ${described.length} estimators of \`@rikuy/learn\`. Every one is fitted by \`fit(X, y, options)\`, gives a separate fitted object, and passes the same checks. Made from the code: \`npm run generate\`.`,
    '',
    ...groups,
  ].join('\n');
}

function firstSentence(description: string): string {
  const paragraph = description.split('\n\n')[0].replaceAll('\n', ' ').replaceAll('|', '\\|');
  return paragraph.match(/^.*?[.](?= [A-Z`]|$)/)?.[0] ?? paragraph;
}
