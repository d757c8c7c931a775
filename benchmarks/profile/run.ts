// npm run bench profile [-- --rows 1000000 --rival-minutes 5]: a CSV of 20 columns profiled as one page.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ColumnProfile, Profile } from '@rikuy/contracts';
import { type Check, finish, printTable } from '../report.ts';
import { writePayments } from './write-payments.ts';

interface Ours {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly profile: Profile;
}

interface Rival {
  readonly seconds: number;
  readonly megabytes: number;
}

interface Figures {
  readonly columns: Readonly<Record<string, PandasColumn>>;
  readonly names: readonly string[];
  readonly pearson: readonly (readonly number[])[];
  readonly duplicates: number;
}

interface PandasColumn {
  readonly present: number;
  readonly distinct: number;
  readonly mean?: number;
  readonly std?: number;
  readonly skewness?: number;
  readonly kurtosis?: number;
  readonly quantiles?: readonly number[];
}

const python = process.env['RIKUY_PYTHON'] ?? 'python3';

export async function run(args: readonly string[]): Promise<void> {
  const { rows, rivalMinutes } = optionsOf(args);
  const folder = mkdtempSync(join(tmpdir(), 'rikuy-bench-profile-'));
  try {
    const file = join(folder, 'payments.csv');
    await writePayments(file, rows);
    const ours = profileOurs(file, join(folder, 'ours.html'));
    const figures = askPython(['figures', file], 60) as Figures;
    const rival = rivalMinutes > 0 ? profileTheirs(file, folder, rivalMinutes) : null;
    printTable([
      { who: 'Rikuy', seconds: ours.seconds, 'CPU seconds': ours.cpuSeconds, MB: ours.megabytes },
      ...(rival ? [{ who: rival.name, seconds: rival.seconds, 'CPU seconds': '', MB: rival.megabytes }] : []),
    ]);
    finish('profile', [
      { name: `${rows} rows × 20 columns, CSV to page, seconds`, value: ours.seconds, bar: { atMost: 15 } },
      { name: 'resident at most, GB', value: ours.megabytes / 1024, bar: { atMost: 1.5 } },
      ...exactness(ours.profile, figures),
      ...(rival
        ? [{ name: `time beside ${rival.name}`, value: ours.seconds / rival.seconds, bar: { atMost: 1 } }]
        : []),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function optionsOf(args: readonly string[]): { readonly rows: number; readonly rivalMinutes: number } {
  const options = { rows: { type: 'string', default: '1000000' }, 'rival-minutes': { type: 'string', default: '5' } };
  const { values } = parseArgs({ args: [...args], options } as const as Parameters<typeof parseArgs>[0]);
  return { rows: Number(values['rows']), rivalMinutes: Number(values['rival-minutes']) };
}

function profileOurs(file: string, page: string): Ours {
  const script = join(import.meta.dirname, 'profile-once.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, file, page], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`profile-once.ts failed:\n${stderr}`);
  return JSON.parse(stdout) as Ours;
}

/** Everything that ydata-profiling can say, or, when that takes too long, its minimal report. */
function profileTheirs(file: string, folder: string, minutes: number) {
  for (const mode of ['full', 'minimal'] as const) {
    const found = askPython([mode, file, join(folder, 'theirs.html')], minutes) as Rival | null;
    if (found) return { name: `ydata-profiling, ${mode}`, ...found };
    console.log(`ydata-profiling, ${mode}: not finished within ${minutes} min.`);
  }
  return null;
}

/** Null when it takes longer than that. */
function askPython(args: readonly string[], minutes: number): unknown {
  const { status, stdout, stderr, error } = spawnSync(python, [join(import.meta.dirname, 'rival.py'), ...args], {
    encoding: 'utf8',
    timeout: minutes * 60_000,
    killSignal: 'SIGKILL',
  });
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return null;
  if (status !== 0)
    throw new Error(
      `This bench needs a Python with pandas and ydata-profiling (RIKUY_PYTHON, now ${python}):\n${stderr}`,
    );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

/** How far any figure is from pandas, relative to its size. */
function exactness(profile: Profile, { columns, names, pearson, duplicates }: Figures): Check[] {
  const differences = profile.columns.flatMap(profiled => columnDifferences(profiled, columns[profiled.column.name]));
  const correlations = profile.associations
    .filter(({ measure }) => measure === 'pearson')
    .map(({ a, b, value }) => Math.abs(value - pearson[names.indexOf(a)][names.indexOf(b)]));
  const counts = profile.columns.filter(
    ({ column, present, distinct }) =>
      present !== columns[column.name].present || distinct !== columns[column.name].distinct,
  ).length;
  return [
    { name: 'columns whose counts differ from pandas', value: counts, bar: { atMost: 0 } },
    {
      name: 'repeated rows, ours less pandas',
      value: Math.abs(profile.duplicateRows - duplicates),
      bar: { atMost: 0 },
    },
    { name: 'greatest relative difference of a figure', value: Math.max(...differences), bar: { atMost: 1e-9 } },
    { name: 'greatest difference of a correlation', value: Math.max(...correlations), bar: { atMost: 1e-9 } },
  ];
}

function columnDifferences({ numbers }: ColumnProfile, theirs: PandasColumn): readonly number[] {
  if (!numbers) return [];
  const pairs: readonly (readonly [number | null, number | undefined])[] = [
    [numbers.mean, theirs.mean],
    [numbers.std, theirs.std],
    [numbers.skewness, theirs.skewness],
    [numbers.kurtosis, theirs.kurtosis],
    ...numbers.quantiles.map(({ value }, i) => [value, theirs.quantiles?.[i]] as const),
  ];
  return pairs.map(([ours, other]) => Math.abs(ours! - other!) / Math.max(1, Math.abs(other!)));
}
