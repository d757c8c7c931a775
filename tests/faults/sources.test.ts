// Whatever happens to a source, to its loader or to the disk: the counts add up, nothing is lost, nothing enters twice.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createMemoryStores, type SourceLoad, type Stores } from '@rikuy/engine';
import { openStores } from '@rikuy/postgres';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FaultyApi, sendJson, startFaultyApi } from '../support/faulty-api.ts';
import { missingKafka, startKafka, type TestKafka } from '../support/kafka.ts';
import { missingPostgres, startPostgres, type TestPostgres } from '../support/postgres.ts';
import { type DeclarationRows, declarationRows, loggedIn, sourceWorld } from '../support/sources.ts';

let folder: string;
let given: DeclarationRows;
let expected: readonly string[];
let undisturbed: SourceLoad;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-source-faults-'));
  given = await declarationRows(folder, 1_500);
  const file = await sourceWorld({ sources: [{ kind: 'file', name: 'file', path: given.csv }] });
  undisturbed = await file.load('file');
  expected = await file.logged();
  await file.remove();
});

afterAll(() => rm(folder, { recursive: true }));

function say(reason: string | null): boolean {
  if (reason) console.warn(`skipped: ${reason}`);
  return reason !== null;
}

/** What became of every row, over all loads of a source. */
async function accountOf(stores: Stores, source: string) {
  const loads = await stores.sourceLedger.loads({ source, limit: 100 });
  for (const { read, accepted, rejected, duplicates } of loads) expect(accepted + rejected + duplicates).toBe(read);
  const sum = (of: 'read' | 'accepted' | 'rejected' | 'duplicates') =>
    loads.reduce((total, load) => total + load[of], 0);
  return { read: sum('read'), accepted: sum('accepted'), rejected: sum('rejected'), duplicates: sum('duplicates') };
}

function undisturbedAccount() {
  const { read, accepted, rejected, duplicates } = undisturbed;
  return { read, accepted, rejected, duplicates };
}

describe('an API with faults', () => {
  const size = 100;
  let api: FaultyApi;
  let token = 0;
  let faults: string[] = [];

  beforeAll(async () => {
    api = await startFaultyApi(({ address, headers }, response) => {
      if (address.pathname === '/token') return sendJson(response, { access_token: `t${++token}`, expires_in: 3600 });
      const from = (Number(address.searchParams.get('page')) - 1) * size;
      const page = given.rows.slice(from, from + size);
      switch (faults.shift() ?? '') {
        case 'server error':
          return void response.writeHead(500).end('no');
        case 'busy':
          return void response.writeHead(429, { 'retry-after': '1' }).end();
        case 'truncated':
          response.writeHead(200, { 'content-type': 'application/json' });
          return void response.end(JSON.stringify(page).slice(0, -40));
        case 'cut off':
          response.writeHead(200, { 'content-length': '100000' });
          response.write('[{"a":');
          return void setTimeout(() => response.destroy(), 20);
        case 'silence':
          return;
        case 'token expired':
          token++;
          break;
        default:
      }
      if (headers.authorization !== `Bearer t${token}`) return void response.writeHead(401).end();
      sendJson(response, page);
    });
  });

  afterAll(() => api.stop());

  const source = () => ({
    kind: 'http',
    name: 'api',
    url: `${api.address}/rows`,
    paging: { by: 'page', size },
    timeoutSeconds: 0.5,
    portionRows: 300,
    authorization: {
      kind: 'client-credentials',
      tokenUrl: `${api.address}/token`,
      clientId: { env: 'A' },
      clientSecret: { env: 'A' },
    },
  });

  it('is asked again after each, from the page it was at, not sooner than it asks for', async () => {
    const made = await sourceWorld({ sources: [source()] }, { A: 'a' });
    faults = [
      '',
      'server error',
      'server error',
      '',
      'truncated',
      'cut off',
      '',
      'silence',
      'busy',
      '',
      'token expired',
      '',
    ];
    const waits: number[] = [];
    const load = await made.load('api', { onRetry: (_, waitMs) => void waits.push(waitMs) });
    expect(load).toMatchObject({ state: 'done', ...undisturbedAccount() });
    // A busy machine may add some: the API must answer within half a second.
    expect(waits.length).toBeGreaterThanOrEqual(6);
    expect(Math.max(...waits)).toBe(1000);
    expect(await made.logged()).toEqual(expected);
    await made.remove();
  });

  it('that dies in the midst fails the load, and the next one brings the rest', async () => {
    const made = await sourceWorld({ sources: [source()] }, { A: 'a' });
    faults = ['', '', '', '', ...Array.from({ length: 6 }, () => 'server error')];
    const failed = await made.load('api');
    expect(failed).toMatchObject({ state: 'failed', read: 4 * size, error: { code: 'source-unavailable' } });
    expect(failed.error?.message).toMatch(/\/rows answers with status 500/);
    expect(await made.load('api')).toMatchObject({ state: 'done', from: failed.to });
    expect(await accountOf(made.stores, 'api')).toEqual(undisturbedAccount());
    expect(await made.logged()).toEqual(expected);
    await made.remove();
  });
});

describe.skipIf(say(missingPostgres()))('on a PostgreSQL', () => {
  let server: TestPostgres;
  let warehouse: string;
  let admin: Client;

  beforeAll(async () => {
    server = await startPostgres();
    warehouse = await server.createDatabase();
    admin = new Client(warehouse);
    await admin.connect();
    const columns = given.columns.map(name => `"${name}" text`).join(', ');
    await admin.query(`create table declared (id bigint primary key, ${columns})`);
    const rows = given.rows.map((row, id) => ({ id, ...row }));
    await admin.query('insert into declared select * from json_populate_recordset(null::declared, $1)', [
      JSON.stringify(rows),
    ]);
  });

  afterAll(async () => {
    await admin?.end();
    await server?.stop();
  });

  const source = (more: object = {}) => ({
    kind: 'postgres',
    name: 'warehouse',
    url: { env: 'WAREHOUSE' },
    query: 'select * from declared',
    cursor: { column: 'id', key: 'id' },
    fetchRows: 100,
    portionRows: 250,
    ...more,
  });

  it('a connection that is cut in the midst is made anew, and reading goes on behind the last row', async () => {
    const cutting = source({
      query: 'select *, pg_sleep(0.0005) is null as slept from declared',
      retry: { attempts: 4, firstSeconds: 0.05 },
    });
    const made = await sourceWorld({ sources: [cutting] }, { WAREHOUSE: warehouse });
    const retries: string[] = [];
    const killer = killWhenReading(admin);
    const load = await made.load('warehouse', { onRetry: ({ message }) => void retries.push(message) });
    await killer;
    expect(load).toMatchObject({ state: 'done', ...undisturbedAccount() });
    expect(retries.length).toBeGreaterThan(0);
    expect(await made.logged()).toEqual(expected);
    await made.remove();
  });

  it('a loader that is killed again and again ends as one that was left alone', async () => {
    const place = await mkdtemp(join(folder, 'killed-'));
    const database = await server.createDatabase();
    const environment = loaderEnvironment(place, [source()], { WAREHOUSE: warehouse, DATABASE_URL: database });
    const lives = [];
    for (const appends of [1, 2, 1, 3, 2]) lives.push(await live(environment, appends));
    lives.push(await live(environment, Infinity));
    const stores = await openStores({ url: database });
    try {
      expect(lives.slice(0, -1).filter(({ load }) => load === null).length).toBeGreaterThanOrEqual(4);
      const last = lives[lives.length - 1].load;
      expect(last).toMatchObject({ state: 'done', ...undisturbedAccount() });
      expect(last!.interruptions).toBe(lives.length - 1);
      expect(await stores.sourceLedger.loads({ limit: 10 })).toHaveLength(1);
      expect(await loggedIn(stores)).toEqual(expected);
    } finally {
      await stores.close();
    }
  });

  it('two loaders at once: one loads, the other is told who does; together they bring each row once', async () => {
    const place = await mkdtemp(join(folder, 'two-'));
    const database = await server.createDatabase();
    const environment = loaderEnvironment(place, [source()], { WAREHOUSE: warehouse, DATABASE_URL: database });
    // Migrated first: only the loading is to meet.
    await (await openStores({ url: database })).close();
    const both = await Promise.all([live(environment, Infinity), live(environment, Infinity)]);
    const stores = await openStores({ url: database });
    try {
      const done = both.filter(({ load }) => load !== null);
      const refused = both.filter(({ load }) => load === null);
      expect(done.length).toBeGreaterThanOrEqual(1);
      for (const { complaint } of refused)
        expect(complaint).toMatch(/warehouse is being loaded by process \d+ on .* since/);
      expect(await accountOf(stores, 'warehouse')).toEqual(undisturbedAccount());
      expect(await loggedIn(stores)).toEqual(expected);
    } finally {
      await stores.close();
    }
  });
});

/** Ends the first connection that reads by our cursor. */
async function killWhenReading(admin: Client): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt++) {
    const { rowCount } = await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like 'fetch%rikuy_rows_cursor%'`,
    );
    if ((rowCount ?? 0) > 0) return;
    await delay(2);
  }
}

describe.skipIf(say(missingKafka()))('a broker that is killed and comes back', () => {
  let kafka: TestKafka;

  beforeAll(async () => {
    kafka = await startKafka();
    await kafka.createTopic('declared', 3);
    await kafka.send(
      'declared',
      given.rows.map(row => JSON.stringify(row)),
    );
  });

  afterAll(() => kafka?.stop());

  it('is read on from where it was', async () => {
    const topic = {
      kind: 'kafka',
      name: 'topic',
      brokers: [kafka.broker],
      topic: 'declared',
      portionRows: 400,
      retry: { attempts: 60, firstSeconds: 0.2, longestSeconds: 1 },
    };
    const stores = createMemoryStores();
    const made = await sourceWorld({ sources: [topic] }, {}, stores);
    await kafka.kill();
    const retries: number[] = [];
    const loading = made.load('topic', { onRetry: (_, waitMs) => void retries.push(waitMs) });
    while (retries.length < 2) await delay(50);
    await kafka.start();
    expect(await loading).toMatchObject({ state: 'done', ...undisturbedAccount() });
    expect(await made.logged()).toEqual(expected);
    await made.remove();
  });
});

describe.skipIf(say(userInfo().uid === 0 ? null : 'no small disk: mounting one needs root'))(
  'a disk that is full',
  () => {
    let disk: string;

    beforeAll(async () => {
      disk = await mkdtemp(join(folder, 'disk-'));
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', disk], { encoding: 'utf8' });
      if (mounted.status !== 0) throw new Error(`mount: ${mounted.stderr}`);
    });

    afterAll(() => void spawnSync('umount', [disk]));

    it('ends the load with a clear message, and once there is space the next brings every row once', async () => {
      const api = await startFaultyApi((_, response) => sendJson(response, given.rows));
      const ballast = join(disk, 'ballast');
      writeFileSync(ballast, Buffer.alloc(350_000));
      const stores = createMemoryStores();
      const made = await sourceWorld({ sources: [{ kind: 'http', name: 'api', url: api.address }] }, {}, stores);
      // The folder of what waits to be loaded lies on the full disk.
      mkdirSync(join(made.folder, 'data'));
      spawnSync('ln', ['-s', disk, join(made.folder, 'data', 'sources')]);
      try {
        await expect(made.load('api')).rejects.toMatchObject({
          code: 'storage-unavailable',
          message: expect.stringMatching(/disk is full.*goes on where it was/),
        });
        expect(await stores.sourceLedger.loads({ limit: 1 })).toMatchObject([
          { state: 'failed', error: { code: 'storage-unavailable' } },
        ]);
        await rm(ballast);
        spawnSync('mount', ['-o', 'remount,size=20m', disk]);
        expect(await made.load('api')).toMatchObject({ state: 'done', ...undisturbedAccount() });
        expect(await made.logged()).toEqual(expected);
        expect(await readdir(join(disk, 'api'))).toEqual([]);
      } finally {
        await api.stop();
        await made.remove();
      }
    });
  },
);

interface Life {
  readonly load: SourceLoad | null;
  readonly complaint: string;
}

function loaderEnvironment(place: string, sources: readonly object[], secrets: Readonly<Record<string, string>>) {
  const path = join(place, 'sources.json');
  writeFileSync(path, JSON.stringify({ sources: sources.map(source => ({ useCase: 'customs', ...source })) }));
  return { ...process.env, ...secrets, RIKUY_SOURCES: path, RIKUY_DATA_DIR: join(place, 'data') };
}

/** One process that loads the warehouse until it is done, or is killed after so many transactions. */
async function live(env: NodeJS.ProcessEnv, appends: number): Promise<Life> {
  const script = join(import.meta.dirname, 'source-loader.ts');
  const loader = spawn(process.execPath, [script, 'warehouse'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [told, complaint] = ['', ''];
  loader.stderr.on('data', chunk => (complaint += String(chunk)));
  loader.stdout.on('data', chunk => {
    told += String(chunk);
    if (told.split('appended').length - 1 >= appends) loader.kill('SIGKILL');
  });
  await once(loader, 'close');
  const line = told.split('\n').find(text => text.startsWith('load '));
  return { load: line ? (JSON.parse(line.slice('load '.length)) as SourceLoad) : null, complaint };
}
