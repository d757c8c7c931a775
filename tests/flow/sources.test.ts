// Whatever the rows come from, the same records are in the log as from a file; a second load brings what is new only.
import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { SourceLoad } from '@rikuy/engine';
import { Client } from 'pg';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FaultyApi, sendJson, startFaultyApi } from '../support/faulty-api.ts';
import { missingKafka, startKafka, type TestKafka } from '../support/kafka.ts';
import { missingMariadb, startMariadb, type TestMariadb } from '../support/mariadb.ts';
import { missingObjectStore, startObjectStore, type TestObjectStore } from '../support/object-store.ts';
import { missingPostgres, startPostgres, type TestPostgres } from '../support/postgres.ts';
import { type DeclarationRows, declarationRows, type SourceWorld, sourceWorld } from '../support/sources.ts';

type Json = Readonly<Record<string, unknown>>;

let folder: string;
let given: DeclarationRows;
let expected: readonly string[];
let fromFile: SourceLoad;
const worlds: SourceWorld[] = [];

async function world(source: Json, secrets: Readonly<Record<string, string>> = {}, notify: readonly Json[] = []) {
  const made = await sourceWorld({ sources: [source], notify }, secrets);
  worlds.push(made);
  return made;
}

function say(reason: string | null): boolean {
  if (reason) console.warn(`skipped: ${reason}`);
  return reason !== null;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-sources-flow-'));
  given = await declarationRows(folder, 600);
  const file = await world({ kind: 'file', name: 'file', path: given.csv });
  fromFile = await file.load('file');
  expected = await file.logged();
});

afterAll(async () => {
  for (const made of worlds) await made.remove();
  await rm(folder, { recursive: true });
});

const half = 300;

/** The counts of two loads add up to the rows given, and the log is the file's. */
async function expectAll(made: SourceWorld, name: string): Promise<void> {
  const loads = await made.stores.sourceLedger.loads({ source: name, limit: 100 });
  for (const load of loads) {
    expect(load).toMatchObject({ state: 'done', error: null });
    expect(load.accepted + load.rejected + load.duplicates).toBe(load.read);
  }
  expect(await made.logged()).toEqual(expected);
}

describe('a file and a folder', () => {
  it('give what a file holds, with the findings in its rows', () => {
    expect(fromFile).toMatchObject({ state: 'done', read: given.rows.length });
    expect(expected.length).toBeGreaterThan(600);
  });

  it('give a changed file again, and an unchanged one not', async () => {
    const made = await world({ kind: 'file', name: 'file', path: given.csv });
    await made.load('file');
    expect(await made.load('file')).toMatchObject({ state: 'done', read: 0 });
    await utimes(given.csv, new Date(), new Date(0));
    const again = await made.load('file');
    expect(again).toMatchObject({ read: given.rows.length, accepted: 0 });
    await expectAll(made, 'file');
  });

  it('give new files only, packed or not, and say where there is no folder', async () => {
    const [header, ...lines] = (await readFile(given.csv, 'utf8')).trimEnd().split('\n');
    const inbox = join(folder, 'inbox-');
    const place = await mkdtemp(inbox);
    const write = (name: string, part: readonly string[]) =>
      writeFile(join(place, name), gzipSync([header, ...part, ''].join('\n')));
    await write('1.csv.gz', lines.slice(0, half));
    const source = { kind: 'folder', name: 'inbox', path: place, pattern: '*.csv.gz', settleSeconds: 0 };
    const made = await world(source);
    expect(await made.load('inbox')).toMatchObject({ read: half });
    await write('2.csv.gz', lines.slice(half));
    await writeFile(join(place, 'notes.txt'), 'not a table');
    expect(await made.load('inbox')).toMatchObject({ read: given.rows.length - half });
    await expectAll(made, 'inbox');
    const lost = await world({ ...source, path: join(place, 'nowhere') });
    expect(await lost.check('inbox')).toMatchObject({
      code: 'source-refused',
      message: expect.stringContaining('ENOENT'),
    });
  });

  it('leave a file that may still be being written to the next load', async () => {
    const place = await mkdtemp(join(folder, 'fresh-'));
    await writeFile(join(place, 'a.csv'), await readFile(given.csv));
    const made = await world({ kind: 'folder', name: 'fresh', path: place, settleSeconds: 3600 });
    expect(await made.load('fresh')).toMatchObject({ state: 'done', read: 0 });
    await utimes(join(place, 'a.csv'), new Date(), new Date(Date.now() - 4_000_000));
    expect(await made.load('fresh')).toMatchObject({ read: given.rows.length });
  });
});

describe.skipIf(say(missingPostgres()))('a query on PostgreSQL', () => {
  let server: TestPostgres;
  let url: string;
  let client: Client;

  beforeAll(async () => {
    server = await startPostgres();
    url = await server.createDatabase();
    client = new Client(url);
    await client.connect();
    const columns = given.columns.map(name => `"${name}" text`).join(', ');
    await client.query(`create table declared (id bigserial primary key, changed timestamptz not null, ${columns})`);
  });

  afterAll(async () => {
    await client?.end();
    await server?.stop();
  });

  async function insert(rows: DeclarationRows['rows']): Promise<void> {
    const names = given.columns.map(name => `"${name}"`).join(', ');
    const places = given.columns.map((_, at) => `$${at + 1}`).join(', ');
    for (const row of rows) {
      const values = given.columns.map(name => row[name]);
      await client.query(
        `insert into declared (changed, ${names}) values ('2026-01-02 03:04:05.678+00', ${places})`,
        values,
      );
    }
  }

  const query = 'select * from declared where id > 0';
  const base = { kind: 'postgres', url: { env: 'WAREHOUSE' }, query, fetchRows: 70, portionRows: 200 };

  it('goes on behind its cursor; with a key no row is read twice, also where many have one value', async () => {
    const made = await world({ ...base, name: 'keyed', cursor: { column: 'changed', key: 'id' } }, { WAREHOUSE: url });
    await insert(given.rows.slice(0, half));
    expect(await made.load('keyed')).toMatchObject({ read: half });
    await insert(given.rows.slice(half));
    expect(await made.load('keyed')).toMatchObject({ read: given.rows.length - half });
    expect(await made.load('keyed')).toMatchObject({ read: 0 });
    await expectAll(made, 'keyed');
  });

  it('without a key reads the last value again, and without a cursor everything; nothing enters twice', async () => {
    const ids = await world({ ...base, name: 'ids', cursor: { column: 'id', start: 10 } }, { WAREHOUSE: url });
    expect(await ids.load('ids')).toMatchObject({ read: given.rows.length - 10 });
    expect(await ids.load('ids')).toMatchObject({ read: 1, accepted: 0 });
    const whole = await world({ ...base, name: 'whole' }, { WAREHOUSE: url });
    await whole.load('whole');
    expect(await whole.load('whole')).toMatchObject({ read: given.rows.length, accepted: 0 });
    await expectAll(whole, 'whole');
  });

  it('is checked: a wrong query, a server that is not there, a secret that is missing', async () => {
    const wrong = await world({ ...base, name: 'wrong', query: 'select nothing from nowhere' }, { WAREHOUSE: url });
    expect(await wrong.check('wrong')).toMatchObject({
      code: 'source-refused',
      message: expect.stringMatching(/42P01.*nowhere/),
    });
    const away = await world({ ...base, name: 'away' }, { WAREHOUSE: 'postgres://me:secret@127.0.0.1:1/x' });
    const problem = await away.check('away');
    expect(problem).toMatchObject({ code: 'source-unavailable', message: expect.stringContaining('ECONNREFUSED') });
    expect(problem?.message).not.toContain('secret');
    expect(await away.load('away')).toMatchObject({ state: 'failed', error: { code: 'source-unavailable' } });
    const secretless = await world({ ...base, name: 'secretless' });
    await expect(secretless.load('secretless')).rejects.toMatchObject({
      code: 'invalid-configuration',
      message: expect.stringContaining('WAREHOUSE'),
    });
  });
});

describe.skipIf(say(missingMariadb()))('a query on MariaDB', () => {
  let server: TestMariadb;

  beforeAll(async () => {
    server = await startMariadb();
    const columns = given.columns.map(name => `\`${name}\` varchar(200)`).join(', ');
    await server.run(`create table declared (id bigint auto_increment primary key, code varchar(20), ${columns})`);
  });

  afterAll(() => server?.stop());

  async function insert(from: number, until: number): Promise<void> {
    const rows = given.rows
      .slice(from, until)
      .map((row, at) => [`c${from + at}`, ...given.columns.map(name => row[name])]);
    await server.run(`insert into declared (code, ${given.columns.map(name => `\`${name}\``).join(', ')}) values ?`, [
      rows,
    ]);
  }

  const base = {
    kind: 'mysql',
    url: { env: 'SHOP' },
    query: 'select * from declared',
    fetchRows: 70,
    portionRows: 200,
  };

  it('goes on behind its cursor, of numbers and of text', async () => {
    const secrets = { SHOP: server.url };
    await insert(0, half);
    const made = await world({ ...base, name: 'shop', cursor: { column: 'id', key: 'id' } }, secrets);
    expect(await made.load('shop')).toMatchObject({ read: half });
    await insert(half, given.rows.length);
    expect(await made.load('shop')).toMatchObject({ read: given.rows.length - half });
    await expectAll(made, 'shop');
    const texts = await world({ ...base, name: 'texts', cursor: { column: 'code' } }, secrets);
    await texts.load('texts');
    expect(await texts.load('texts')).toMatchObject({ read: 1, duplicates: 1 });
    await expectAll(texts, 'texts');
  });

  it('is checked', async () => {
    const wrong = await world({ ...base, name: 'wrong', query: 'select * from nowhere' }, { SHOP: server.url });
    expect(await wrong.check('wrong')).toMatchObject({ code: 'source-refused' });
    const away = await world({ ...base, name: 'away' }, { SHOP: 'mysql://me:secret@127.0.0.1:1/x' });
    expect(await away.check('away')).toMatchObject({ code: 'source-unavailable' });
  });
});

describe('an HTTP API', () => {
  let api: FaultyApi;
  let visible = half;
  const size = 50;

  beforeAll(async () => {
    api = await startFaultyApi(({ address, headers, body, method }, response) => {
      const rows = given.rows.slice(0, visible);
      const numbers = address.searchParams;
      switch (address.pathname) {
        case '/token': {
          const isRight = headers.authorization === `Basic ${Buffer.from('client%3A1:s%C3%ADcret').toString('base64')}`;
          if (method !== 'POST' || !isRight || !body.includes('grant_type=client_credentials'))
            response.writeHead(401).end();
          else sendJson(response, { access_token: 'token-1', token_type: 'Bearer', expires_in: 3600 });
          return;
        }
        case '/pages': {
          if (headers.authorization !== 'Bearer token-1') return void response.writeHead(401).end();
          const from = (Number(numbers.get('page')) - 1) * size;
          return sendJson(response, { data: { items: rows.slice(from, from + size).map(nested) } });
        }
        case '/offsets': {
          const from = Number(numbers.get('offset'));
          return sendJson(response, rows.slice(from, from + Number(numbers.get('limit'))));
        }
        case '/feed': {
          const from = Number(numbers.get('cursor') ?? 0);
          const until = Math.min(from + size, rows.length);
          return sendJson(response, {
            rows: rows.slice(from, until),
            next: until < rows.length ? String(until) : null,
          });
        }
        case '/links': {
          const from = Number(numbers.get('from') ?? 0);
          const next = from + size < rows.length ? `</links?from=${from + size}>; rel="next", ` : '';
          return sendJson(response, rows.slice(from, from + size), { link: `${next}</links>; rel=first` });
        }
        case '/elsewhere':
          return sendJson(response, rows.slice(0, 2), { link: '<http://evil.example/>; rel="next"' });
        case '/changes': {
          const since = Number(numbers.get('since') ?? 0);
          const changed = rows.map((row, at) => ({ ...row, meta: { version: at + 1 } })).slice(since);
          return sendJson(response, changed);
        }
        default:
          response.writeHead(404).end();
      }
    });
  });

  afterAll(() => api.stop());

  /** Names in parts, as APIs write them: { ruc: { importador: … } }. */
  function nested({ ruc_importador, ...row }: DeclarationRows['rows'][number]): Json {
    return { ...row, ruc: { importador: ruc_importador } };
  }

  const secrets = { CLIENT: 'client:1', SECRET: 'sícret' };

  it('is read by page numbers with the token of a client, nested names included', async () => {
    visible = given.rows.length;
    const authorization = {
      kind: 'client-credentials',
      tokenUrl: `${api.address}/token`,
      clientId: { env: 'CLIENT' },
      clientSecret: { env: 'SECRET' },
    };
    const source = {
      kind: 'http',
      name: 'pages',
      url: `${api.address}/pages`,
      rows: 'data.items',
      paging: { by: 'page' },
      authorization,
    };
    const made = await world(source, secrets);
    expect(await made.load('pages')).toMatchObject({ read: given.rows.length });
    await expectAll(made, 'pages');
    expect(api.requests.filter(request => request.includes('/token'))).toHaveLength(1);
    const wrong = await world(source, { ...secrets, SECRET: 'no' });
    expect(await wrong.check('pages')).toMatchObject({
      code: 'source-refused',
      message: expect.stringMatching(/token.*401/),
    });
  });

  it.each([
    ['offsets', { paging: { by: 'offset', size: 70 } }],
    ['links', { paging: { by: 'link' } }],
    ['feed', { rows: 'rows', paging: { by: 'cursor', next: 'next' } }],
  ])('is read by %s', async (name, more) => {
    visible = given.rows.length;
    const made = await world({ kind: 'http', name, url: `${api.address}/${name}`, ...more });
    expect(await made.load(name)).toMatchObject({ read: given.rows.length });
    await expectAll(made, name);
  });

  it('is asked for what has changed since, or from the last cursor of a feed', async () => {
    const changes = await world({
      kind: 'http',
      name: 'changes',
      url: `${api.address}/changes`,
      incremental: { parameter: 'since', field: 'meta.version' },
    });
    const feed = { kind: 'http', name: 'feed', url: `${api.address}/feed`, rows: 'rows' };
    const kept = await world({ ...feed, paging: { by: 'cursor', next: 'next', keep: true } });
    visible = half;
    expect(await changes.load('changes')).toMatchObject({ read: half, to: { since: half } });
    expect(await kept.load('feed')).toMatchObject({ read: half });
    visible = given.rows.length;
    expect(await changes.load('changes')).toMatchObject({ read: given.rows.length - half });
    // The last page of the first load was full, and is read once more.
    expect(await kept.load('feed')).toMatchObject({ read: given.rows.length - half + size });
    await expectAll(changes, 'changes');
    await expectAll(kept, 'feed');
  });

  it('is not followed to another host, nor for ever where it knows no pages, nor read where no rows are', async () => {
    const base = { kind: 'http', name: 'odd' };
    const elsewhere = await world({ ...base, url: `${api.address}/elsewhere`, paging: { by: 'link' } });
    expect(await elsewhere.load('odd')).toMatchObject({
      state: 'failed',
      error: { message: expect.stringContaining('evil.example') },
    });
    const endless = await world({ ...base, url: `${api.address}/changes`, paging: { by: 'page', parameter: 'seite' } });
    expect(await endless.load('odd')).toMatchObject({
      state: 'failed',
      error: { message: expect.stringContaining('same rows') },
    });
    const pathless = await world({ ...base, url: `${api.address}/feed` });
    expect(await pathless.check('odd')).toMatchObject({
      code: 'source-refused',
      message: expect.stringContaining('got object'),
    });
    const missing = await world({ ...base, url: `${api.address}/nothing` });
    expect(await missing.check('odd')).toMatchObject({
      code: 'source-refused',
      message: expect.stringContaining('404'),
    });
  });
});

describe('a table of a web page', () => {
  it('is read in the encoding that the page states', async () => {
    const cell = (tag: string, text: string | null) =>
      `<${tag}>${(text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}`;
    const lines = given.rows.map(row => `<tr>${given.columns.map(name => cell('td', row[name])).join('')}`);
    const head = `<tr>${given.columns.map(name => cell('th', name)).join('')}`;
    const html = `<html><meta charset="iso-8859-1"><table><caption>Número</caption>${head}\n${lines.join('\n')}</table>`;
    const page = await startFaultyApi((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(Buffer.from(html, 'latin1'));
    });
    try {
      const made = await world({ kind: 'html', name: 'page', url: `${page.address}/`, table: 'Número' });
      expect(await made.load('page')).toMatchObject({ read: given.rows.length });
      expect(await made.load('page')).toMatchObject({ read: given.rows.length, accepted: 0 });
      await expectAll(made, 'page');
      const none = await world({ kind: 'html', name: 'page', url: `${page.address}/`, table: 7 });
      expect(await none.check('page')).toMatchObject({ code: 'source-refused' });
    } finally {
      await page.stop();
    }
  });
});

describe.skipIf(say(missingObjectStore()))('a bucket', () => {
  let store: TestObjectStore;

  beforeAll(async () => {
    store = await startObjectStore();
    await store.createBucket('inbox');
  });

  afterAll(() => store?.stop());

  it('gives new objects only, whatever their names', async () => {
    const [header, ...lines] = (await readFile(given.csv, 'utf8')).trimEnd().split('\n');
    const put = (name: string, part: readonly string[]) => store.put('inbox', name, [header, ...part, ''].join('\n'));
    await put('daily/2026/año +1 &.csv', lines.slice(0, half));
    await store.put('inbox', 'daily/readme.txt', 'no table');
    await put('other/x.csv', lines);
    const source = {
      kind: 'bucket',
      name: 'inbox',
      endpoint: store.endpoint,
      bucket: 'inbox',
      prefix: 'daily/',
      pattern: '**/*.csv',
      accessKeyId: { env: 'KEY' },
      secretAccessKey: { env: 'SECRET' },
    };
    const secrets = { KEY: store.accessKeyId, SECRET: store.secretAccessKey };
    const made = await world(source, secrets);
    expect(await made.load('inbox')).toMatchObject({ read: half });
    await put('daily/2025/before.csv', lines.slice(half));
    expect(await made.load('inbox')).toMatchObject({ read: given.rows.length - half });
    expect(await made.load('inbox')).toMatchObject({ read: 0 });
    await expectAll(made, 'inbox');
    const wrong = await world(source, { ...secrets, SECRET: 'wrong' });
    expect(await wrong.check('inbox')).toMatchObject({
      code: 'source-refused',
      message: expect.stringContaining('403'),
    });
    const away = await world({ ...source, endpoint: 'http://127.0.0.1:1' }, secrets);
    expect(await away.check('inbox')).toMatchObject({ code: 'source-unavailable' });
  });
});

describe.skipIf(say(missingKafka()))('a topic', () => {
  let kafka: TestKafka;

  beforeAll(async () => {
    kafka = await startKafka();
    await kafka.createTopic('declared', 3);
  });

  afterAll(() => kafka?.stop());

  it('is read to its end, and then from there; a message that is no object is rejected', async () => {
    const source = { kind: 'kafka', name: 'topic', brokers: [kafka.broker], topic: 'declared' };
    const made = await world(source);
    const messages = given.rows.map(row => JSON.stringify(row));
    await kafka.send('declared', messages.slice(0, half));
    expect(await made.load('topic')).toMatchObject({ read: half });
    await kafka.send('declared', [...messages.slice(half), 'no JSON', '[]']);
    const second = await made.load('topic');
    expect(second).toMatchObject({ read: given.rows.length - half + 2 });
    expect(await made.load('topic')).toMatchObject({ read: 0 });
    await expectAll(made, 'topic');
    expect(await readFile(second.rejectFiles[0], 'utf8')).toMatch(/broken-line[\s\S]*broken-line/);
    const latest = await world({ ...source, start: 'latest' });
    expect(await latest.load('topic')).toMatchObject({ state: 'done', read: 0 });
    const wrong = await world({ ...source, topic: 'nowhere' });
    expect(await wrong.check('topic')).toMatchObject({ code: 'source-refused' });
    const away = await world({ ...source, brokers: ['127.0.0.1:1'] });
    expect(await away.check('topic')).toMatchObject({ code: 'source-unavailable' });
  });
});

describe('who is to hear of loads', () => {
  const mails: string[] = [];
  const hooks: { readonly signature: string; readonly body: string }[] = [];
  let refusals = 0;
  let hook: FaultyApi;
  let mail: SMTPServer;
  let smtp: string;

  beforeAll(async () => {
    hook = await startFaultyApi(({ headers, body }, response) => {
      if (refusals-- > 0) return void response.writeHead(503).end();
      hooks.push({ signature: String(headers['rikuy-signature']), body });
      response.writeHead(204).end();
    });
    mail = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _, done) => {
        let text = '';
        stream.on('data', chunk => (text += String(chunk)));
        stream.on('end', () => {
          mails.push(text);
          done();
        });
      },
    });
    await new Promise<void>(resolve => {
      mail.listen(0, '127.0.0.1', resolve);
    });
    smtp = `smtp://127.0.0.1:${(mail.server.address() as { port: number }).port}`;
  });

  afterAll(async () => {
    await hook.stop();
    await new Promise<void>(resolve => {
      mail.close(resolve);
    });
  });

  const notify = () => [
    { kind: 'webhook', url: `${hook.address}/loads`, secret: { env: 'HOOK' } },
    { kind: 'email', smtp: { env: 'SMTP' }, from: 'rikuy@example.pe', to: ['turno@example.pe'] },
  ];

  it('hear of a failure, signed and after a retry; of success only when asked', async () => {
    refusals = 1;
    const secrets = { HOOK: 'hush', SMTP: smtp };
    const lost = { kind: 'file', name: 'lost', path: join(folder, 'nowhere.csv') };
    const { load, untold } = await (await world(lost, secrets, notify())).loadAndTell('lost');
    expect(untold).toEqual([]);
    expect(JSON.parse(hooks[0].body)).toMatchObject({
      id: load.loadId,
      kind: 'load-failed',
      detail: { error: { code: 'source-refused' } },
    });
    const [, seconds, hex] = /^t=(\d+),v1=(\w+)$/.exec(hooks[0].signature)!;
    expect(hex).toBe(createHmac('sha256', 'hush').update(`${seconds}.${hooks[0].body}`).digest('hex'));
    expect(mails[0]).toMatch(/To: turno@example\.pe[\s\S]*Subject:.*\r?\n/);
    const quiet = await world({ kind: 'file', name: 'quiet', path: given.csv }, secrets, notify());
    await quiet.load('quiet');
    expect(hooks).toHaveLength(1);
    const heard = await world(
      { kind: 'file', name: 'heard', path: given.csv, notifyOn: ['success'] },
      secrets,
      notify(),
    );
    await heard.load('heard');
    expect(JSON.parse(hooks[1].body)).toMatchObject({ kind: 'load-done', detail: { read: given.rows.length } });
    expect(mails).toHaveLength(2);
  });

  it('hear of a load that could not begin', async () => {
    hooks.length = 0;
    const secretless = { kind: 'postgres', name: 'secretless', url: { env: 'NONE' }, query: 'select 1' };
    const made = await world(secretless, { HOOK: 'hush', SMTP: smtp }, notify());
    await expect(made.load('secretless')).rejects.toMatchObject({ code: 'invalid-configuration' });
    expect(JSON.parse(hooks[0].body)).toMatchObject({ kind: 'load-failed', detail: { source: 'secretless' } });
  });

  it('that nobody reaches do not spoil the load', async () => {
    const source = { kind: 'file', name: 'heard', path: given.csv, notifyOn: ['success'] };
    const email = { ...notify()[1], smtp: { env: 'NOBODY' } };
    const { load, untold } = await (
      await world(source, { NOBODY: 'smtp://127.0.0.1:1' }, [email])
    ).loadAndTell('heard');
    expect(load).toMatchObject({ state: 'done' });
    expect(untold).toMatchObject([{ code: 'notification-failed', message: expect.stringContaining('ESOCKET') }]);
  });
});

describe('the file of declarations', () => {
  it('is refused with every wrong place named, and never holds a secret', async () => {
    const wrong = [
      { kind: 'postgres', name: 'A b', url: 'postgres://me:secret@host/x', query: 'select 1' },
      { kind: 'ftp', name: 'x' },
    ];
    await expect(sourceWorld({ sources: wrong })).rejects.toMatchObject({
      code: 'invalid-configuration',
      message: expect.stringMatching(/sources\.0\.name.*small letters.*sources\.0\.url.*sources\.1\.kind/s),
    });
    const twice = { kind: 'file', name: 'x', path: 'x.csv' };
    await expect(sourceWorld({ sources: [twice, twice] })).rejects.toThrow(/Two sources have one name/);
    const made = await world(twice);
    expect(() => made.declared.find('y')).toThrow(/no source `y`.*declares x/);
  });
});
