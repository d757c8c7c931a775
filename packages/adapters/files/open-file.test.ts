import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import type { BrokenLine, RawRow } from '@rikuy/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFile, type OpenFileOptions } from './open-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(content: string | Uint8Array, name = 'a.csv'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

interface Everything {
  readonly rows: RawRow[];
  readonly broken: BrokenLine[];
}

async function readAll(
  path: string,
  options: OpenFileOptions & { skip?: number; batch?: number } = {},
): Promise<Everything> {
  const { skip = 0, batch = 1000, ...how } = options;
  const batches = await Array.fromAsync(openFile(path, how).rows({ skip, batch }));
  return { rows: batches.flatMap(({ rows }) => rows), broken: batches.flatMap(({ broken }) => broken) };
}

const valuesOf = ({ rows }: Everything) => rows.map(({ values }) => values);
const linesOf = (found: readonly { line: number }[]) => found.map(({ line }) => line);

describe('CSV', () => {
  it.each([',', ';', '\t', '|'])('is parted by %j when its header is', async delimiter => {
    const text = [
      ['id', 'a b', 'año'],
      ['1', '"x,;y"', 'ñandú'],
      ['2', '', '3'],
    ].map(line => line.join(delimiter));
    const path = await fileOf(`\uFEFF${text.join('\r\n')}\r\n`);
    expect(await openFile(path).columns()).toEqual(['id', 'a b', 'año']);
    expect(valuesOf(await readAll(path))).toEqual([
      { id: '1', 'a b': 'x,;y', año: 'ñandú' },
      { id: '2', 'a b': null, año: '3' },
    ]);
  });

  it('keeps quotes, delimiters and line ends inside quoted values, and knows each line', async () => {
    const path = await fileOf('\na,b\n"say ""hi""","two\nlines"\n\n21" screen,x\n"",last');
    const found = await readAll(path);
    expect(valuesOf(found)).toEqual([
      { a: 'say "hi"', b: 'two\nlines' },
      { a: '21" screen', b: 'x' },
      { a: null, b: 'last' },
    ]);
    expect(linesOf(found.rows)).toEqual([3, 6, 7]);
  });

  it('loses one line to a stray quote and none of those that follow', async () => {
    const path = await fileOf('a,b,c\n1,2,3\n"open,1,2\n4,5,6\n"7"x,8,9\n10,"11",12\n13,14\n15,16,17,18\n19,20,21\n');
    const { rows, broken } = await readAll(path);
    expect(rows.map(({ values }) => values['a'])).toEqual(['1', '4', '10', '19']);
    expect(linesOf(rows)).toEqual([2, 4, 6, 9]);
    expect(broken.map(({ line, detail }) => [line, detail.en.split(':')[0]])).toEqual([
      [3, 'it opens a quote that is never closed'],
      [5, 'text follows a closing quote'],
      [7, 'expected 3 columns; got 2'],
      [8, 'expected 3 columns; got 4'],
    ]);
  });

  it('finds its way back when a quote stays open to the end of a long file', async () => {
    const good = Array.from({ length: 500 }, (_, i) => `${i},x`);
    const path = await fileOf(`a,b\n"open,1\n${good.join('\n')}\n`);
    const { rows, broken } = await readAll(path);
    expect(rows).toHaveLength(500);
    expect(linesOf(broken)).toEqual([2]);
    expect(linesOf(rows.slice(0, 3))).toEqual([3, 4, 5]);
  });

  it('gives back lines in another encoding, and reads them when told the encoding', async () => {
    const path = await fileOf(Buffer.from('a,b\n1,Per\u00fa\n2,x\n', 'latin1'));
    const { rows, broken } = await readAll(path);
    expect(linesOf(rows)).toEqual([3]);
    expect(broken).toMatchObject([{ line: 2, kind: 'wrong-encoding', text: '1,Perú' }]);
    expect(valuesOf(await readAll(path, { encoding: 'windows-1252' }))[0]).toEqual({ a: '1', b: 'Perú' });
  });

  it('numbers lines across the megabytes in which it is read', async () => {
    const path = await fileOf(`a,b\n${Array.from({ length: 200_000 }, (_, i) => `${i},ñññññ`).join('\n')}\n`);
    let count = 0;
    for await (const { rows, broken } of openFile(path).rows({ skip: 0, batch: 5000 })) {
      expect(broken).toEqual([]);
      expect(rows.every(({ line, values }) => line === Number(values['a']) + 2 && values['b'] === 'ñññññ')).toBe(true);
      count += rows.length;
    }
    expect(count).toBe(200_000);
  });

  it('tells columns of the same name apart and numbers those without one', async () => {
    expect(await openFile(await fileOf('a,a,,b\n')).columns()).toEqual(['a', 'a_2', 'column_3', 'b']);
  });
});

describe('any file', () => {
  const text = 'a,b\n1,2\n3\n5,6\n7,8\n';

  it('goes on from a row, without the rows and broken lines before it', async () => {
    const path = await fileOf(text);
    const { rows, broken } = await readAll(path, { skip: 1, batch: 2 });
    expect(linesOf(rows)).toEqual([4, 5]);
    expect(broken).toEqual([]);
  });

  it('comes in batches of about the size asked for, broken lines counted', async () => {
    const path = await fileOf(`a,b\n${'1,2\n3\n'.repeat(50)}`);
    const batches = await Array.fromAsync(openFile(path).rows({ skip: 0, batch: 10 }));
    expect(batches.map(({ rows, broken }) => rows.length + broken.length)).toEqual(
      Array.from({ length: 10 }, () => 10),
    );
  });

  it('is the same gzipped', async () => {
    const plain = await readAll(await fileOf(text));
    expect(await readAll(await fileOf(gzipSync(text), 'a.csv.gz'))).toEqual(plain);
  });

  it('is known by the SHA-256 of its bytes, and by its encoding where that is not UTF-8', async () => {
    const path = await fileOf('abc');
    const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await openFile(path).fingerprint()).toBe(sha256);
    expect(await openFile(path, { encoding: 'windows-1252' }).fingerprint()).not.toBe(sha256);
  });

  it('tells how many rows to expect', async () => {
    expect(await openFile(await fileOf(text)).estimateRows()).toBe(4);
  });

  it('that is not there, empty or UTF-16 is refused with what to do', async () => {
    await expect(openFile(join(folder, 'none.csv')).columns()).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining('there is no such file'),
    });
    await expect(openFile(join(folder, 'none.parquet')).columns()).rejects.toMatchObject({ code: 'unreadable-file' });
    await expect(openFile(join(folder, 'none.csv')).fingerprint()).rejects.toMatchObject({ code: 'unreadable-file' });
    await expect(openFile(await fileOf('')).columns()).rejects.toThrow('the file is empty');
    await expect(openFile(await fileOf(Buffer.from('\uFEFFa,b\n', 'utf16le'))).columns()).rejects.toThrow('iconv');
  });
});

describe('NDJSON and Parquet', () => {
  it('give the rows that the CSV gives, typed', async () => {
    const csv = await fileOf(
      'id,kg,on,at,ok,big\n1,12.5,2026-03-04,2026-03-04 10:30:00.250,true,9007199254740993\n2,,,,,\n',
    );
    const objects = [
      { id: 1, kg: 12.5, on: '2026-03-04', at: '2026-03-04 10:30:00.250', ok: true, big: '9007199254740993' },
      { id: 2, kg: null, on: null, at: null, ok: null, big: null },
    ];
    const ndjson = await fileOf(objects.map(object => JSON.stringify(object)).join('\n'), 'a.ndjson');
    const parquet = join(folder, 'a.parquet');
    await toParquet(csv, parquet);
    const asText = (values: RawRow['values']) =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === null ? null : String(value)]));
    const expected = valuesOf(await readAll(csv));
    expect(valuesOf(await readAll(ndjson)).map(asText)).toEqual(expected);
    expect(valuesOf(await readAll(parquet)).map(asText)).toEqual(expected);
    expect(valuesOf(await readAll(parquet))).toEqual(valuesOf(await readAll(ndjson)));
    expect(await openFile(parquet).columns()).toEqual(['id', 'kg', 'on', 'at', 'ok', 'big']);
    expect(await openFile(parquet).estimateRows()).toBe(2);
    expect(linesOf((await readAll(parquet, { skip: 1 })).rows)).toEqual([3]);
  });

  it('gathers names from objects that leave out what they do not have', async () => {
    const path = await fileOf('{"a":1}\n{"b":{"c":[2]}}\n', 'b.jsonl');
    expect(await openFile(path).columns()).toEqual(['a', 'b']);
    expect(valuesOf(await readAll(path))).toEqual([{ a: 1 }, { b: '{"c":[2]}' }]);
  });

  it('gives back lines that are no JSON object', async () => {
    const { rows, broken } = await readAll(await fileOf('{"a":1}\n{"a":\n[1]\n\n{"a":2}\n', 'c.ndjson'));
    expect(linesOf(rows)).toEqual([1, 5]);
    expect(linesOf(broken)).toEqual([2, 3]);
  });

  it('refuses a file that only calls itself Parquet', async () => {
    const path = await fileOf('a,b\n1,2\n', 'fake.parquet');
    await expect(openFile(path).columns()).rejects.toMatchObject({ code: 'unreadable-file' });
    await expect(readAll(path)).rejects.toMatchObject({ code: 'unreadable-file' });
  });
});

async function toParquet(csv: string, parquet: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const columns = "{id: 'INTEGER', kg: 'DOUBLE', 'on': 'DATE', 'at': 'TIMESTAMP', ok: 'BOOLEAN', big: 'BIGINT'}";
  const rows = `read_csv('${csv}', auto_detect = false, header = true, delim = ',', quote = '"', columns = ${columns})`;
  await connection.run(`copy (select * from ${rows}) to '${parquet}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
}
