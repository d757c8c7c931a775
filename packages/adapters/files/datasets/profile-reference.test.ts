// The profile of a file beside what pandas and scipy say of it (fixtures/make_reference.py).
import { readFileSync } from 'node:fs';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Profile } from '@rikuy/contracts';
import { profilePage, profileTable } from '@rikuy/engine';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRawTable } from './open-raw-table.ts';

interface Reference {
  readonly rows: number;
  readonly duplicates: number;
  readonly columns: Readonly<Record<string, Readonly<Record<string, number>> & { readonly quantiles: number[] }>>;
  readonly countries: Readonly<Record<string, number>>;
  readonly associations: Profile['associations'];
}

const fixtures = join(import.meta.dirname, 'fixtures');
const reference = JSON.parse(readFileSync(join(fixtures, 'orders.reference.json'), 'utf8')) as Reference;
let profile: Profile;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-raw-test-'));
  const { table, unreadable } = await openRawTable(join(fixtures, 'orders.csv'));
  profile = await profileTable(table, { name: 'orders', now: 0, unreadable });
  await table.close();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const columnOf = (name: string) => profile.columns.find(({ column }) => column.name === name)!;

it('counts rows, repeated rows and values as pandas does', () => {
  expect([profile.rows, profile.duplicateRows]).toEqual([reference.rows, reference.duplicates]);
  const counted = Object.fromEntries(columnOf('country').categories!.top.map(({ value, rows }) => [value, rows]));
  expect(counted).toEqual(reference.countries);
});

it.each(Object.keys(reference.columns))(
  'gives the moments and quantiles of %s, small beside a large mean too',
  name => {
    const { present, distinct, numbers } = columnOf(name);
    const { quantiles, ...theirs } = reference.columns[name];
    const ours: Record<string, unknown> = { present, distinct, ...numbers };
    for (const [figure, value] of Object.entries(theirs)) expect([figure, ours[figure]]).toEqual([figure, near(value)]);
    expect(numbers!.quantiles.map(({ value }) => value)).toEqual(quantiles.map(near));
  },
);

function near(value: number): unknown {
  return expect.closeTo(value, 7);
}

it.each(reference.associations)('gives $measure of $a and $b', ({ measure, a, b, value }) => {
  const found = profile.associations.find(one => one.measure === measure && one.a === a && one.b === b);
  expect(found?.value).toBeCloseTo(value, 9);
});

it('takes a column for what all of its values are, not the first', async () => {
  const path = join(folder, 'late.csv');
  const rows = Array.from({ length: 30_000 }, (_, i) => `${i},${i < 29_999 ? i : 'x'},2025-01-01,true,`);
  await writeFile(path, `number,text,day,flag,empty\n${rows.join('\n')}\n`);
  const { table } = await openRawTable(path);
  expect(table.columns.map(({ kind }) => kind)).toEqual(['number', 'category', 'time', 'boolean', 'category']);
  await table.close();
});

it('counts lines that cannot be split, and reads the others', async () => {
  const path = join(folder, 'broken.csv');
  await writeFile(path, 'a;b\n1;2\n1;2;3\n"x;4\n5;6\n');
  const { table, unreadable } = await openRawTable(path);
  expect([table.rows > 0, unreadable > 0]).toEqual([true, true]);
  await table.close();
});

it('refuses a file that is none', async () => {
  await expect(openRawTable(join(folder, 'nothing.parquet'))).rejects.toMatchObject({ code: 'unreadable-file' });
});

it('writes names and values into the page as text, never as markup', async () => {
  const path = join(folder, 'markup.csv');
  await writeFile(path, 'name\n<img src=x>\n"<script>alert(1)</script>"\n');
  const { table } = await openRawTable(path);
  const page = profilePage(await profileTable(table, { name: '<b>bold</b>', now: 0 }), 'es');
  await table.close();
  expect(page).not.toMatch(/<script|<img|<b>bold/);
  expect(page).toContain('&lt;img src=x&gt;');
});
