import { z } from 'zod';
import { caseFile, queuePage, queueSummary, caseStatuses } from '../cases.ts';
import { decisionContext, decisionDetail, money, scoreAnswer } from '../decisions.ts';
import { fieldProblem } from '../errors.ts';
import { featureDescription } from '../features.ts';
import { modelManifest, modelSummary } from '../models.ts';
import { session, user } from '../people.ts';
import { useCaseDescription } from '../use-cases.ts';
import { route } from './route.ts';

const inUseCase = z.object({ useCase: z.string() });
const one = z.object({ useCase: z.string(), id: z.string() });
const recordBody = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const page = { limit: z.coerce.number().int().min(1).max(500).default(50), after: z.string().optional() };

/** The HTTP API, line by line. */
export const routes = {
  signIn: route({
    method: 'POST',
    path: '/api/v1/session',
    summary: 'Sign in',
    permission: null,
    body: z.strictObject({ user: z.string().min(1).max(64), password: z.string().max(256).default('') }),
    answer: session,
    errors: ['wrong-credentials', 'too-many-requests'],
  }),
  whoAmI: route({
    method: 'GET',
    path: '/api/v1/session',
    summary: 'Who is signed in, and what he or she may do',
    permission: null,
    answer: session.nullable(),
    errors: [],
  }),
  signOut: route({
    method: 'DELETE',
    path: '/api/v1/session',
    summary: 'Sign out',
    permission: null,
    answer: z.null(),
    errors: [],
  }),
  demoUsers: route({
    method: 'GET',
    path: '/api/v1/demo-users',
    summary: 'The seeded users, one per role; empty outside the demo',
    permission: null,
    answer: z.array(user),
    errors: [],
  }),
  useCases: route({
    method: 'GET',
    path: '/api/v1/use-cases',
    summary: 'The use cases with their records, outcomes and words',
    permission: 'signed-in',
    answer: z.array(useCaseDescription),
    errors: [],
  }),
  score: route({
    method: 'POST',
    path: '/api/v1/use-cases/:useCase/score',
    summary: 'Decide one event; the decision is durable before the answer leaves',
    permission: 'score',
    params: inUseCase,
    query: z.object({ timings: z.stringbool().default(false) }),
    body: z.strictObject({ eventId: z.string().min(1).max(128).optional(), record: recordBody }),
    answer: scoreAnswer,
    errors: ['unknown-use-case', 'invalid-record', 'event-conflict', 'no-model', 'storage-unavailable'],
  }),
  preview: route({
    method: 'POST',
    path: '/api/v1/use-cases/:useCase/preview',
    summary: 'What the decision would be; nothing is written',
    permission: 'score',
    params: inUseCase,
    body: z.strictObject({ record: recordBody }),
    answer: decisionDetail,
    errors: ['unknown-use-case', 'invalid-record', 'no-model'],
  }),
  scoreMany: route({
    method: 'POST',
    path: '/api/v1/use-cases/:useCase/score-many',
    summary: 'Decide up to 1,000 events in the order given; one bad record does not stop the others',
    permission: 'score',
    params: inUseCase,
    body: z.strictObject({
      events: z.array(z.strictObject({ eventId: z.string().min(1).max(128).optional(), record: recordBody })).max(1000),
    }),
    answer: z.strictObject({
      results: z.array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('decided'), answer: scoreAnswer }),
          z.strictObject({
            kind: z.literal('refused'),
            code: z.string(),
            detail: z.string(),
            fields: z.array(fieldProblem),
          }),
        ]),
      ),
      decided: z.int(),
      refused: z.int(),
    }),
    errors: ['unknown-use-case', 'no-model', 'storage-unavailable', 'too-large'],
  }),
  decision: route({
    method: 'GET',
    path: '/api/v1/use-cases/:useCase/decisions/:id',
    summary: 'One decision with its record and its exact explanation',
    permission: 'read-decisions',
    params: one,
    answer: decisionDetail,
    errors: ['unknown-use-case', 'not-found'],
  }),
  decisionContext: route({
    method: 'GET',
    path: '/api/v1/use-cases/:useCase/decisions/:id/context',
    summary: "The entity's past and the price among its peers, as known at the decision",
    permission: 'read-decisions',
    params: one,
    answer: decisionContext,
    errors: ['unknown-use-case', 'not-found'],
  }),
  search: route({
    method: 'GET',
    path: '/api/v1/use-cases/:useCase/search',
    summary: 'Find decisions by event id, case id, or entity',
    permission: 'read-decisions',
    params: inUseCase,
    query: z.object({ q: z.string().min(2).max(128) }),
    answer: z.array(
      z.strictObject({
        decisionId: z.string(),
        caseId: z.string().nullable(),
        eventId: z.string(),
        entity: z.string(),
        outcome: z.string(),
        eventTime: z.number(),
      }),
    ),
    errors: ['unknown-use-case'],
  }),
  queue: route({
    method: 'GET',
    path: '/api/v1/use-cases/:useCase/queue',
    summary: 'The cases of a day, ranked by expected value under capacity',
    permission: 'read-queue',
    params: inUseCase,
    query: z.object({
      day: z.iso.date().optional(),
      office: z.string().optional(),
      outcome: z.string().optional(),
      status: z.enum(caseStatuses).optional(),
      q: z.string().max(128).optional(),
      ...page,
    }),
    answer: queuePage,
    errors: ['unknown-use-case'],
  }),
  queueSummary: route({
    method: 'GET',
    path: '/api/v1/use-cases/:useCase/queue/summary',
    summary: "A day's work and yield; without a day, the newest that has cases",
    permission: 'read-queue',
    params: inUseCase,
    query: z.object({ day: z.iso.date().optional(), office: z.string().optional() }),
    answer: queueSummary,
    errors: ['unknown-use-case'],
  }),
  caseFile: route({
    method: 'GET',
    path: '/api/v1/use-cases/:useCase/cases/:id',
    summary: 'One case with its verdicts',
    permission: 'read-queue',
    params: one,
    answer: caseFile,
    errors: ['unknown-use-case', 'not-found'],
  }),
  claimCase: route({
    method: 'POST',
    path: '/api/v1/use-cases/:useCase/cases/:id/claim',
    summary: 'Take a case, or give it back',
    permission: 'work-cases',
    params: one,
    body: z.strictObject({ revision: z.int(), release: z.boolean().default(false) }),
    answer: caseFile,
    errors: ['unknown-use-case', 'not-found', 'case-conflict'],
  }),
  giveVerdict: route({
    method: 'POST',
    path: '/api/v1/use-cases/:useCase/cases/:id/verdict',
    summary: 'Close a case with what was found; a second verdict corrects the first, which is kept',
    permission: 'work-cases',
    params: one,
    body: z.strictObject({
      revision: z.int(),
      label: z.union([z.literal(0), z.literal(1)]),
      correctedValue: money.nullable().default(null),
      recovered: money.nullable().default(null),
      note: z.string().max(4000).default(''),
    }),
    answer: caseFile,
    errors: ['unknown-use-case', 'not-found', 'case-conflict'],
  }),
  models: route({
    method: 'GET',
    path: '/api/v1/use-cases/:useCase/models',
    summary: 'The registered models, newest first',
    permission: 'read-models',
    params: inUseCase,
    answer: z.array(modelSummary),
    errors: ['unknown-use-case'],
  }),
  model: route({
    method: 'GET',
    path: '/api/v1/use-cases/:useCase/models/:id',
    summary: 'The whole manifest of one model version; `champion` names the one in force',
    permission: 'read-models',
    params: one,
    answer: modelManifest,
    errors: ['unknown-use-case', 'not-found'],
  }),
  features: route({
    method: 'GET',
    path: '/api/v1/use-cases/:useCase/features',
    summary: 'The features catalogue with lineage',
    permission: 'signed-in',
    params: inUseCase,
    answer: z.array(featureDescription),
    errors: ['unknown-use-case'],
  }),
  live: route({
    method: 'GET',
    path: '/health/live',
    summary: 'The process runs',
    permission: null,
    answer: z.strictObject({ status: z.literal('ok') }),
    errors: [],
  }),
  ready: route({
    method: 'GET',
    path: '/health/ready',
    summary: 'Storage answers, the state is rebuilt, models are loaded',
    permission: null,
    answer: z.strictObject({
      status: z.literal('ok'),
      useCases: z.record(z.string(), z.strictObject({ events: z.int(), model: z.string().nullable() })),
    }),
    errors: ['not-ready'],
  }),
} as const;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
