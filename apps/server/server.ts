import { existsSync } from 'node:fs';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import { RikuyError } from '@rikuy/contracts';
import type { Platform } from '@rikuy/runtime';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { bindRoutes } from './bind-routes.ts';
import { createHandlers } from './handlers/handlers.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openApiDocument } from './openapi.ts';
import { presentError } from './problems.ts';
import { serveConsole } from './serve-console.ts';
import { createServices, type Services } from './services.ts';
import { createSessions } from './sessions.ts';

export interface ServerOptions {
  readonly platform: Platform;
  /** Folder of the built console; absent means none is served. */
  readonly consoleFolder?: string;
  readonly version: string;
}

const mostBytes = 4 * 1024 * 1024;

/** The HTTP server over a platform: the API of the contracts, metrics, the OpenAPI document and the console. */
export async function createServer({ platform, consoleFolder, version }: ServerOptions): Promise<FastifyInstance> {
  const { configuration, stores, clock } = platform;
  const app = Fastify({
    // Standard output is for results of commands.
    logger: { level: configuration.RIKUY_LOG_LEVEL, stream: process.stderr },
    // A log line per request costs a fifth of the throughput and would hold event ids; errors are logged.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: mostBytes,
    routerOptions: { maxParamLength: 256 },
    forceCloseConnections: 'idle',
    frameworkErrors: presentError,
  });
  const metrics = createMetrics();
  const services = createServices(platform, (error, useCase) => app.log.error({ err: error, useCase }, 'not opened'));
  const sessions = createSessions({
    people: stores.people,
    clock,
    hours: configuration.RIKUY_SESSION_HOURS,
    demo: configuration.RIKUY_DEMO,
  });
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  app.setErrorHandler(presentError);
  app.setNotFoundHandler(request => {
    throw unknownAddress(request);
  });
  hardenAnswers(app);
  countRequests(app, metrics);
  bindRoutes(app, createHandlers({ platform, services, sessions, metrics }), sessions.whoIs);
  app.get('/openapi.json', async () => openApiDocument(version));
  app.get('/metrics', async (_, reply) => {
    tellModels(metrics, platform, services);
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  if (consoleFolder && existsSync(consoleFolder)) await serveConsole(app, consoleFolder, unknownAddress);
  app.addHook('onReady', async () => services.open());
  return app;
}

function unknownAddress({ method, url }: FastifyRequest): RikuyError {
  return new RikuyError('not-found', `The server has no ${method} ${url.split('?')[0]}; see /openapi.json.`);
}

/** Answers of the API are data: no browser shall guess another type, show them in a frame, or keep them. */
function hardenAnswers(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-content-type-options', 'nosniff');
    if (request.url.startsWith('/api/')) {
      reply.header('cache-control', 'no-store');
      reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    }
    done();
  });
}

function countRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.requests.inc({ route, status: String(reply.statusCode) });
    metrics.seconds.observe({ route }, reply.elapsedTime / 1000);
    done();
  });
}

function tellModels(metrics: Metrics, { useCases }: Platform, services: Services): void {
  metrics.modelInfo.reset();
  for (const { id } of useCases) {
    const version = services.championOf(id);
    if (version) metrics.modelInfo.set({ use_case: id, version }, 1);
  }
}
