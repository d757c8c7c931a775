// The HTTP edge over the real workflows and stores in memory: every route, every refusal.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addressOf,
  type Permission,
  permissionsOf,
  type Problem,
  problem,
  type RecordValues,
  type Role,
  type Route,
  type RouteName,
  roles,
  routes,
  type ScoreAnswer,
} from '@rikuy/contracts';
import { customs } from '@rikuy/customs';
import { checkParity, type Clock, createMemoryStores, recordEntry, type Stores } from '@rikuy/engine';
import { openDatasetStore } from '@rikuy/files';
import { createPlatform, hashPassword, type Platform, readConfiguration } from '@rikuy/runtime';
import { createServer, openApiDocument } from '@rikuy/server';
import { smeCredit } from '@rikuy/sme-credit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asRole, saveApiKeys } from '../support/api-keys.ts';
import { trainCustoms, type TrainedCustoms } from '../support/trained-customs.ts';

type Server = Awaited<ReturnType<typeof createServer>>;
interface InjectOptions {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Headers;
  readonly payload?: string;
}
type Request = { readonly params?: Record<string, string>; readonly query?: object; readonly body?: unknown };
type Headers = Record<string, string>;

const configuration = { ...readConfiguration({}), RIKUY_LOG_LEVEL: 'silent' as const };
const inCustoms = { useCase: customs.id };
const inCredit = { useCase: smeCredit.id };
const page = '<!doctype html><title>Rikuy</title>';

let now = Date.parse('2026-02-01T12:00:00Z');
const clock: Clock = { now: () => (now += 1000) };

let folder: string;
let stores: Stores;
let trained: TrainedCustoms;
let platform: Platform;
let server: Server;
let next = 0;

/** A record that nothing has decided yet. */
const freshRecord = (): RecordValues => trained.arriving[next++];

async function call(
  name: RouteName,
  { params, query, body }: Request = {},
  headers: Headers = asRole('administrator'),
) {
  const { method, path } = routes[name] as Route;
  const url = addressOf({ path } as Route, { params, query: query as Record<string, unknown> });
  return server.inject({ method, url, headers, ...(body !== undefined && { payload: body as object }) });
}

async function scored(record: RecordValues): Promise<ScoreAnswer> {
  return (await call('score', { params: inCustoms, body: { record } })).json<ScoreAnswer>();
}

/** A decision that has a case, and that case. */
async function workedDecision(): Promise<{ id: string; caseId: string; eventId: string; revision: number }> {
  for (;;) {
    const { id, eventId } = await scored(freshRecord());
    const found = await stores.caseStore.findByDecision(customs.id, id);
    if (found) return { id, eventId, caseId: found.id, revision: found.revision };
  }
}

/** A decision whose truth only time tells, as a model might have made it: here it is only overridden. */
async function creditDecision(): Promise<string> {
  const template = await stores.decisionLog.find(customs.id, (await workedDecision()).id);
  const id = `credit-${next}`;
  const record = { ...smeCredit.examples[0].record, application_id: id };
  const entry = recordEntry(smeCredit, record, { knownAt: clock.now() });
  const { sequence: _, ...decision } = {
    ...template!,
    id,
    useCase: smeCredit.id,
    eventId: entry.eventId,
    outcome: 'decline',
  };
  await stores.decisionLog.append({ entry, decision, caseFile: null });
  return id;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-server-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'assets', 'app-1a2b.js'), 'export {};');
  stores = { ...createMemoryStores(), datasets: openDatasetStore(join(folder, 'datasets'), clock) };
  trained = await trainCustoms(stores, clock, 4000);
  await saveApiKeys(stores.people);
  platform = createPlatform(configuration, stores, clock);
  server = await createServer({ platform, consoleFolder: folder, version: '1.2.3' });
  await Promise.all(platform.useCases.map(({ id }) => platform.inService(id)));
  await server.ready();
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Keeps the history as it is now; the newest dataset version is then of it. */
async function keptDataset(): Promise<typeof inCustoms & { id: string }> {
  const { version } = (await call('takeDataset', { params: inCustoms })).json<{ version: { version: string } }>();
  return { ...inCustoms, id: version.version };
}

/** One good call of every route. */
const goodCalls: Readonly<Record<RouteName, () => Promise<Request>>> = {
  signIn: async () => {
    const passwordHash = await hashPassword('cóndor pasa');
    await stores.people.save({ id: 'ana', name: 'Ana', role: 'analyst', office: null, passwordHash });
    return { body: { user: 'ana', password: 'cóndor pasa' } };
  },
  whoAmI: async () => ({}),
  signOut: async () => ({}),
  demoUsers: async () => ({}),
  useCases: async () => ({}),
  score: async () => ({ params: inCustoms, query: { timings: true }, body: { record: freshRecord() } }),
  preview: async () => ({ params: inCustoms, body: { record: freshRecord() } }),
  scoreMany: async () => ({
    params: inCustoms,
    body: { events: [{ record: freshRecord() }, { record: { importer_ruc: '1' } }] },
  }),
  record: async () => ({
    params: { useCase: 'ecommerce', recordType: 'behaviour' },
    body: { records: [{ session_id: 'S-1', observed_at: '2026-01-01T10:00:00Z', session_duration: 60 }] },
  }),
  decision: async () => ({ params: { ...inCustoms, id: (await workedDecision()).id } }),
  decisionContext: async () => ({ params: { ...inCustoms, id: (await workedDecision()).id } }),
  counterfactual: async () => ({ params: { ...inCustoms, id: (await workedDecision()).id } }),
  previewCounterfactual: async () => ({ params: inCustoms, body: { record: freshRecord() } }),
  standingOutcome: async () => ({ params: { ...inCredit, id: await creditDecision() } }),
  override: async () => ({
    params: { ...inCredit, id: await creditDecision() },
    body: { outcome: 'approve', reason: 'La caja del año alcanza; temporada baja.' },
  }),
  fairness: async () => ({ params: { ...inCustoms, id: 'champion' } }),
  search: async () => ({ params: inCustoms, query: { q: (await workedDecision()).eventId } }),
  queue: async () => ({ params: inCustoms, query: { limit: 3 } }),
  queueSummary: async () => ({ params: inCustoms }),
  caseFile: async () => ({ params: { ...inCustoms, id: (await workedDecision()).caseId } }),
  claimCase: async () => {
    const { caseId, revision } = await workedDecision();
    return { params: { ...inCustoms, id: caseId }, body: { revision } };
  },
  giveVerdict: async () => {
    const { caseId, revision } = await workedDecision();
    return {
      params: { ...inCustoms, id: caseId },
      body: { revision, label: 1, recovered: { amount: 250, currency: 'PEN' }, note: 'Peso por unidad' },
    };
  },
  models: async () => ({ params: inCustoms }),
  model: async () => ({ params: { ...inCustoms, id: 'champion' } }),
  features: async () => ({ params: inCustoms }),
  datasets: async () => ({ params: inCustoms }),
  takeDataset: async () => ({ params: inCustoms }),
  dataset: async () => ({ params: await keptDataset() }),
  datasetProfile: async () => ({ params: await keptDataset() }),
  datasetProfilePage: async () => ({ params: await keptDataset() }),
  datasetDiff: async () => ({ params: await keptDataset(), query: { since: 'newest' } }),
  labels: async () => ({ params: inCustoms, query: { limit: 5 } }),
  live: async () => ({}),
  ready: async () => ({}),
};

const allRoutes = Object.entries(routes) as [RouteName, Route][];

describe('every route', () => {
  it.each(allRoutes)('%s answers what its schema says', async (name, { answer }) => {
    const response = await call(name, await goodCalls[name]());
    expect([response.statusCode, response.body.slice(0, 300)]).toEqual([200, expect.any(String)]);
    expect(response.headers['content-type']).toMatch(/^application\/json/);
    const given = response.json<unknown>();
    expect(answer.parse(given)).toEqual(given);
  });

  it.each(allRoutes.filter(([, { permission }]) => permission !== null))(
    '%s asks who calls',
    async (_name, { method, path }) => {
      for (const headers of [{}, { authorization: 'Bearer guessed' }, { cookie: 'rikuy_session=guessed' }]) {
        const response = await server.inject({ method, url: path, headers });
        expect([response.statusCode, response.json<Problem>().code]).toEqual([401, 'not-signed-in']);
      }
    },
  );

  const guarded = allRoutes.filter(([, { permission }]) => permission !== null && permission !== 'signed-in');
  it.each(guarded)('%s is refused to roles without its permission, and to no other', async (_name, declared) => {
    const statuses: [Role, number][] = [];
    for (const role of roles) {
      const { method, path } = declared;
      const { statusCode } = await server.inject({ method, url: path, headers: asRole(role) });
      statuses.push([role, statusCode]);
    }
    const permission = declared.permission as Permission;
    const refused = statuses.filter(([, status]) => status === 403).map(([role]) => role);
    expect(refused).toEqual(roles.filter(role => !permissionsOf[role].includes(permission)));
    expect(statuses.filter(([, status]) => status === 401)).toEqual([]);
  });

  const ofUseCase = allRoutes.filter(([, { path }]) => path.includes(':useCase'));
  it.each(ofUseCase)('%s tells when there is no such use case', async name => {
    const { params, ...rest } = await goodCalls[name]();
    const response = await call(name, { ...rest, params: { ...params, useCase: 'mining' } });
    expect([response.statusCode, response.json<Problem>().code]).toEqual([404, 'unknown-use-case']);
  });

  const withId = allRoutes.filter(([, { path }]) => path.includes(':id'));
  it.each(withId)('%s tells when there is nothing of that id', async name => {
    const { params, ...rest } = await goodCalls[name]();
    const response = await call(name, { ...rest, params: { ...params, id: 'none' } });
    expect([response.statusCode, response.json<Problem>().code]).toEqual([404, 'not-found']);
  });
});

describe('a problem', () => {
  const bad = { importer_ruc: '20100070971', declaration_value: 'mil', shipment_weight: -3 };

  it('names every wrong field and its repair, in the language of the caller', async () => {
    const [es, en] = await inBothLanguages('score', {
      params: inCustoms,
      body: { record: { ...freshRecord(), ...bad } },
    });
    for (const { code, status, fields } of [es, en]) {
      expect([code, status]).toEqual(['invalid-record', 422]);
      expect(fields.map(({ field }) => field).toSorted()).toEqual(Object.keys(bad).toSorted());
    }
    expect([es.title, en.title]).toEqual(['El registro no es válido', 'The record is not valid']);
    es.fields.forEach(({ message }, i) => expect(message).not.toBe(en.fields[i].message));
  });

  it('names what is wrong with a request', async () => {
    const body = { eventId: '', record: [], extra: 1 };
    const [es, en] = await inBothLanguages('score', { params: inCustoms, body });
    expect([es.code, es.status]).toEqual(['invalid-request', 400]);
    expect(es.fields.map(({ field }) => field).toSorted()).toEqual(['', 'eventId', 'record']);
    expect(es.detail).toContain('Llave desconocida');
    expect(en.detail).toContain('Unrecognized key');
  });

  it('is worded in both languages also when it arises deep inside', async () => {
    const [es, en] = await inBothLanguages('caseFile', { params: { ...inCustoms, id: 'none' } });
    expect(es.detail).toMatch(/^Lo que busca no existe/);
    expect(en.detail).toMatch(/no case none/i);
  });

  it('is answered to what is no JSON, too large, or no address', async () => {
    const json = { ...asRole('administrator'), 'content-type': 'application/json' };
    const url = addressOf(routes.score, { params: inCustoms });
    const large = JSON.stringify({ record: { note: 'x'.repeat(5_000_000) } });
    const codes = [
      await problemOf({ method: 'POST', url, headers: json, payload: '{"record": {' }),
      await problemOf({ method: 'POST', url, headers: json, payload: large }),
      await problemOf({ method: 'GET', url: '/api/v1/nothing', headers: {} }),
      await problemOf({ method: 'POST', url: '/api/v1/nothing', headers: json, payload: '{}' }),
      await problemOf({ method: 'GET', url: '/api/%E0%A4%A', headers: {} }),
    ];
    expect(codes).toEqual(['invalid-request', 'too-large', 'not-found', 'not-found', 'invalid-request']);
  });

  it('tells nothing of what went wrong inside', async () => {
    vi.spyOn(stores.decisionLog, 'find').mockRejectedValueOnce(new Error('password=hunter2 at 10.0.0.7'));
    const response = await call('decision', { params: { ...inCustoms, id: 'any' } });
    expect(problem.parse(response.json())).toMatchObject({ status: 500, code: 'internal' });
    expect(response.body).not.toMatch(/hunter2|10\.0\.0\.7|\.ts:/);
  });

  async function inBothLanguages(name: RouteName, request: Request): Promise<[Problem, Problem]> {
    const ask = async (language: string) => {
      const response = await call(name, request, { ...asRole('administrator'), 'accept-language': language });
      expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
      return problem.parse(response.json());
    };
    return [await ask('es-PE,es;q=0.9,en;q=0.8'), await ask('en-US,en;q=0.9')];
  }

  /** The code of a problem that is told as problems are. */
  async function problemOf(request: InjectOptions): Promise<string> {
    const response = await server.inject(request);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    const { code, status } = problem.parse(response.json());
    expect(status).toBe(response.statusCode);
    return code;
  }
});

describe('scoring', () => {
  it('gives a repeated event its first answer, one after the other and at once', async () => {
    const record = freshRecord();
    const [first, second] = await Promise.all([scored(record), scored(record)]);
    const third = await scored(record);
    expect([first, second, third].map(({ repeated }) => repeated)).toEqual([false, true, true]);
    const { repeated: _, ...answer } = first;
    expect(second).toMatchObject(answer);
    expect(third).toMatchObject(answer);
  });

  it('refuses other content under an event id that was decided', async () => {
    const record = freshRecord();
    const eventId = 'event/one';
    await call('score', { params: inCustoms, body: { eventId, record } });
    const changed = { ...record, quantity_items: Number(record.quantity_items) + 1 };
    const response = await call('score', { params: inCustoms, body: { eventId, record: changed } });
    expect([response.statusCode, response.json<Problem>().code]).toEqual([409, 'event-conflict']);
  });

  it('decides the good ones of many, in their order, and names the bad one', async () => {
    const records = [freshRecord(), { ...freshRecord(), declared_currency: 'QQQ' }, freshRecord()];
    const response = await call('scoreMany', {
      params: inCustoms,
      body: { events: records.map(record => ({ record })) },
    });
    const { results, decided, refused } = routes.scoreMany.answer.parse(response.json());
    expect([decided, refused]).toEqual([2, 1]);
    expect(results.map(one => (one.kind === 'decided' ? one.answer.eventId : one.code))).toEqual([
      idOf(records[0]),
      'invalid-record',
      idOf(records[2]),
    ]);
    expect(results[1]).toMatchObject({ fields: [{ field: 'declared_currency' }] });
  });

  it('takes records that are only looked back on, once each, and names the wrong ones', async () => {
    const visit = (id: string, duration: number | string) => ({
      session_id: id,
      observed_at: '2026-01-02T10:00:00Z',
      session_duration: duration,
    });
    const behaviour = { useCase: 'ecommerce', recordType: 'behaviour' };
    const send = async (records: object[]) =>
      routes.record.answer.parse((await call('record', { params: behaviour, body: { records } })).json());
    const first = await send([visit('S-2', 30), visit('S-3', 'soon')]);
    expect(first).toMatchObject({
      accepted: 1,
      duplicates: 0,
      rejected: [{ position: 1, fields: [{ field: 'session_duration' }] }],
    });
    expect(await send([visit('S-2', 30)])).toMatchObject({ accepted: 0, duplicates: 1, rejected: [] });
  });

  it('refuses to keep without a decision what is decided', async () => {
    const decided = { ...inCustoms, recordType: customs.decides };
    const response = await call('record', { params: decided, body: { records: [freshRecord()] } });
    expect([response.statusCode, response.json<Problem>().code]).toEqual([400, 'invalid-request']);
  });

  it('writes nothing for a preview, and decides afterwards what it foretold', async () => {
    const record = freshRecord();
    const before = await extentAndDecisions();
    const foretold = routes.preview.answer.parse(
      (await call('preview', { params: inCustoms, body: { record } })).json(),
    );
    await call('preview', { params: inCustoms, body: { record } });
    expect(await extentAndDecisions()).toEqual(before);
    expect(await scored(record)).toMatchObject({ score: foretold.decision.score, outcome: foretold.decision.outcome });
  });

  it('refuses text that no store can hold, without a trace in what is decided meanwhile', async () => {
    const record = { ...freshRecord(), broker_code: '48\u000021' };
    const answers = await Promise.all([
      call('score', { params: inCustoms, body: { record } }),
      call('score', { params: inCustoms, body: { record: freshRecord() } }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 200]);
  });

  it('has logged only vectors that history gives again, bit for bit', async () => {
    const report = await checkParity(customs, stores.eventLog, stores.decisionLog);
    expect(report.decisions).toBeGreaterThan(20);
    expect(report).toMatchObject({ differences: 0 });
  });

  function idOf(record: RecordValues): string {
    return customs.records[customs.decides].identity.map(name => record[name]).join('/');
  }

  async function extentAndDecisions(): Promise<unknown> {
    return [await stores.eventLog.extent(customs.id), await stores.decisionLog.counts(customs.id)];
  }
});

describe('a session', () => {
  const signIn = (password: string, remoteAddress: string, on = server) =>
    on.inject({ method: 'POST', url: routes.signIn.path, payload: { user: 'eva', password }, remoteAddress });

  beforeAll(async () => {
    const passwordHash = await hashPassword('vicuña 7');
    await stores.people.save({ id: 'eva', name: 'Eva', role: 'auditor', office: null, passwordHash });
  });

  it('lives in a cookie that scripts and other sites cannot use, until it is closed', async () => {
    const opened = await signIn('vicuña 7', '10.1.0.1');
    const [cookie] = opened.cookies;
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(cookie.value.length).toBeGreaterThan(40);
    const headers = { cookie: `${cookie.name}=${cookie.value}` };
    expect((await call('whoAmI', {}, headers)).json()).toMatchObject({ user: { id: 'eva' }, demo: false });
    await call('signOut', {}, headers);
    expect((await call('whoAmI', {}, headers)).body).toBe('null');
    expect((await call('useCases', {}, headers)).statusCode).toBe(401);
  });

  it('ends by itself', async () => {
    const [cookie] = (await signIn('vicuña 7', '10.1.0.2')).cookies;
    const headers = { cookie: `${cookie.name}=${cookie.value}` };
    expect((await call('useCases', {}, headers)).statusCode).toBe(200);
    const before = now;
    now += configuration.RIKUY_SESSION_HOURS * 3_600_000;
    expect((await call('useCases', {}, headers)).statusCode).toBe(401);
    now = before;
  });

  it('is refused to a wrong password, and slowed down after a few tries from one address', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push((await signIn('guess', '10.1.0.3')).statusCode);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    const refused = await signIn('guess', '10.1.0.3');
    expect(problem.parse(refused.json())).toMatchObject({ code: 'too-many-requests' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn('vicuña 7', '10.1.0.4')).statusCode).toBe(200);
  });

  it('is not to be had without a password outside the demo', async () => {
    await stores.people.save({ id: 'eva2', name: 'Eva', role: 'auditor', office: null, passwordHash: null });
    const response = await call('signIn', { body: { user: 'eva2', password: '' } });
    expect(response.statusCode).toBe(401);
    expect((await call('demoUsers')).json()).toEqual([]);
  });

  it('opens by itself in the demo, and stays closed once closed', async () => {
    await stores.people.save({ id: 'oficial', name: 'Oficial', role: 'officer', office: '118', passwordHash: null });
    const demo = await createServer({
      platform: createPlatform({ ...configuration, RIKUY_DEMO: true }, stores, clock),
      version: '1',
    });
    const who = (cookie = '') => demo.inject({ method: 'GET', url: routes.whoAmI.path, headers: { cookie } });
    const [opened] = (await who()).cookies;
    expect((await who(`${opened.name}=${opened.value}`)).json()).toMatchObject({ user: { id: 'oficial' }, demo: true });
    const [closed] = (await demo.inject({ method: 'DELETE', url: routes.signOut.path })).cookies;
    expect((await who(`${closed.name}=${closed.value}`)).body).toBe('null');
    await demo.close();
  });
});

describe('what surrounds the API', () => {
  it('serves the page at its own addresses, strictly', async () => {
    for (const url of ['/', '/customs/queue?day=2026-01-30']) {
      const response = await server.inject({ method: 'GET', url });
      expect([response.statusCode, response.body]).toEqual([200, page]);
      expect(response.headers['content-security-policy']).toContain("default-src 'self'");
      expect(response.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
      expect(response.headers['x-content-type-options']).toBe('nosniff');
    }
    const asset = await server.inject({ method: 'GET', url: '/assets/app-1a2b.js' });
    expect(asset.headers['cache-control']).toContain('immutable');
    expect((await server.inject({ method: 'GET', url: '/assets/old-9z.js' })).statusCode).toBe(404);
    expect((await server.inject({ method: 'GET', url: '/../../package.json' })).body).not.toContain('workspaces');
  });

  it('lets no browser keep, frame or guess at answers of the API', async () => {
    for (const response of [await call('useCases'), await call('useCases', {}, {})]) {
      expect(response.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
      expect(response.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
  });

  it('counts without naming anything of a person or an event', async () => {
    const { id, eventId } = await scored(freshRecord());
    const { body } = await server.inject({ method: 'GET', url: '/metrics' });
    expect(body).toMatch(/rikuy_decisions_total\{use_case="customs",outcome="\w+",lane="\w+"\} \d/);
    expect(body).toContain(`rikuy_model_info{use_case="customs",version="${trained.manifest.version}"} 1`);
    const rucs = trained.arriving.map(({ importer_ruc }) => String(importer_ruc));
    for (const secret of [id, eventId, 'eva', 'Bearer', ...rucs]) expect(body).not.toContain(secret);
    const labels = new Set([...body.matchAll(/(?:\{|,)(\w+)=/g)].map(([, label]) => label));
    const allowed = ['route', 'status', 'use_case', 'stage', 'outcome', 'lane', 'label', 'le', 'version'];
    const ofNode = ['kind', 'space', 'type', 'major', 'minor', 'patch'];
    expect([...labels].filter(label => !allowed.includes(label) && !ofNode.includes(label))).toEqual([]);
  });

  it('describes itself as OpenAPI 3.1, freshly generated', async () => {
    const document = (await server.inject({ method: 'GET', url: '/openapi.json' })).json<OpenApi>();
    expect(document).toEqual(JSON.parse(JSON.stringify(openApiDocument('1.2.3'))));
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map(operation => ({ path, ...operation })),
    );
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(routes).toSorted());
    for (const { path, parameters, responses } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.filter(one => one.in === 'path').map(({ name }) => name)).toEqual(named);
      expect(parameters.filter(one => one.in === 'path').every(({ required }) => required)).toBe(true);
      expect(Object.keys(responses)).toContain('200');
      for (const one of Object.values(responses)) expect(Object.keys(one)).toEqual(['description', 'content']);
    }
    expect(JSON.stringify(document)).not.toContain('$defs');
    for (const reference of JSON.stringify(document).matchAll(/"\$ref":"(#[^"]+)"/g))
      expect(at(document, reference[1])).toBeTypeOf('object');
    const committed = join(import.meta.dirname, '..', '..', 'docs', 'reference', 'openapi.json');
    expect(existsSync(committed)).toBe(true);
    const generated = JSON.parse(readFileSync(committed, 'utf8')) as OpenApi;
    expect({ ...generated, info: document.info }).toEqual(document);
  });

  it('answers that it is not ready while the history is being read, and decides once it is', async () => {
    const reading = Promise.withResolvers<void>();
    const eventLog = changed(stores.eventLog, {
      read: async function* (range) {
        await reading.promise;
        yield* stores.eventLog.read(range);
      },
    });
    const opening = createPlatform(configuration, { ...stores, eventLog }, clock);
    const early = await createServer({ platform: opening, version: '1' });
    await early.ready();
    const get = (url: string) => early.inject({ method: 'GET', url, headers: asRole('officer') });
    expect((await get('/health/live')).statusCode).toBe(200);
    expect(problem.parse((await get('/health/ready')).json())).toMatchObject({ status: 503, code: 'not-ready' });
    const payload = { record: freshRecord() };
    const url = addressOf(routes.score, { params: inCustoms });
    const refused = await early.inject({ method: 'POST', url, payload, headers: asRole('officer') });
    expect(refused.json()).toMatchObject({ code: 'not-ready' });
    reading.resolve();
    await Promise.all(opening.useCases.map(({ id }) => opening.inService(id)));
    expect(routes.ready.answer.parse((await get('/health/ready')).json()).useCases.customs.model).toBe(
      trained.manifest.version,
    );
    expect((await early.inject({ method: 'POST', url, payload, headers: asRole('officer') })).statusCode).toBe(200);
    await early.close();
  });

  it('answers what is under way before it stops', async () => {
    const writing = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const decisionLog = changed(stores.decisionLog, {
      append: async decision => {
        begun.resolve();
        await writing.promise;
        return stores.decisionLog.append(decision);
      },
    });
    const own = createPlatform(configuration, { ...stores, decisionLog }, clock);
    const stopping = await createServer({ platform: own, version: '1' });
    await Promise.all(own.useCases.map(({ id }) => own.inService(id)));
    const address = await stopping.listen({ host: '127.0.0.1', port: 0 });
    const answer = fetch(address + addressOf(routes.score, { params: inCustoms }), {
      method: 'POST',
      headers: { ...asRole('merchant'), 'content-type': 'application/json' },
      body: JSON.stringify({ record: freshRecord() }),
    });
    await begun.promise;
    const closed = stopping.close();
    writing.resolve();
    expect(routes.score.answer.parse(await (await answer).json())).toMatchObject({ repeated: false });
    await closed;
    await expect(fetch(`${address}/health/live`)).rejects.toThrow('fetch failed');
  });
});

interface OpenApi {
  readonly openapi: string;
  readonly info: unknown;
  readonly paths: Record<
    string,
    Record<
      string,
      {
        readonly operationId: string;
        readonly parameters: readonly { readonly in: string; readonly name: string; readonly required: boolean }[];
        readonly responses: Record<string, object>;
      }
    >
  >;
}

/** The same thing with some of its methods replaced. */
function changed<T extends object>(thing: T, methods: Partial<T>): T {
  return Object.assign(Object.create(thing) as T, methods);
}

function at(document: object, reference: string): unknown {
  const steps = reference.slice(2).split('/').filter(Boolean);
  return steps.reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], document);
}
