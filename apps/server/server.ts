import { existsSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import serveStatic from '@fastify/static';
import { RikuyError } from '@rikuy/contracts';
import type { Platform } from '@rikuy/runtime';
import Fastify, { type FastifyInstance } from 'fastify';
import { bindRoutes } from './bind-routes.ts';
import { createHandlers } from './handlers/handlers.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openApiDocument } from './openapi.ts';
import { languageOf, problemType, toProblem } from './problems.ts';
import { createSessions } from './sessions.ts';

export interface ServerOptions {
  readonly platform: Platform;
  /** Folder of the built console; absent means none is served. */
  readonly consoleFolder?: string;
  readonly version: string;
}

/** The HTTP server over a platform: the API of the contracts, metrics, the OpenAPI document and the console. */
export async function createServer({ platform, consoleFolder, version }: ServerOptions): Promise<FastifyInstance> {
  const { configuration, stores, clock } = platform;
  const app = Fastify({
    logger: { level: configuration.RIKUY_LOG_LEVEL },
    // A log line per request costs a fifth of the throughput and would hold event ids; errors are logged below.
    disableRequestLogging: true,
    bodyLimit: 4 * 1024 * 1024,
    routerOptions: { maxParamLength: 256 },
    forceCloseConnections: 'idle',
  });
  const metrics = createMetrics();
  const sessions = createSessions({
    people: stores.people,
    clock,
    hours: configuration.RIKUY_SESSION_HOURS,
    demo: configuration.RIKUY_DEMO,
  });
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  presentErrors(app);
  countRequests(app, metrics);
  bindRoutes(app, createHandlers({ platform, sessions, metrics }), sessions.whoIs);
  app.get('/openapi.json', async () => openApiDocument(version));
  app.get('/metrics', async (_, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  if (consoleFolder && existsSync(consoleFolder)) await serveConsole(app, consoleFolder);
  return app;
}

function presentErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error, languageOf(request.headers['accept-language']));
    if (problem.status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, problem.code);
    return reply.status(problem.status).type(problemType).send(problem);
  });
}

function countRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.requests.inc({ route, status: String(reply.statusCode) });
    metrics.seconds.observe({ route }, reply.elapsedTime / 1000);
  });
}

/** The console's files, with strict headers; every address of its own gets the page. */
async function serveConsole(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(async scope => {
    await scope.register(helmet, {
      contentSecurityPolicy: {
        // Mantine sets its variables by style elements.
        directives: {
          defaultSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: false,
    });
    await scope.register(serveStatic, {
      root: folder,
      wildcard: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    scope.get('/*', (request, reply) => {
      if (request.url.startsWith('/api/'))
        throw new RikuyError('not-found', `The API has no ${request.method} ${request.url.split('?')[0]}.`);
      return reply.sendFile('index.html', join(folder));
    });
  });
}
