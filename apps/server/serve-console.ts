import helmet from '@fastify/helmet';
import serveStatic from '@fastify/static';
import type { RikuyError } from '@rikuy/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The console's files, with strict headers; every address of its own gets the page. */
export async function serveConsole(
  app: FastifyInstance,
  folder: string,
  unknownAddress: (request: FastifyRequest) => RikuyError,
): Promise<void> {
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
      preCompressed: true,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    scope.get('/*', (request, reply) => {
      if (isNoPage.test(request.url)) throw unknownAddress(request);
      return reply.sendFile('index.html');
    });
  });
}

/** Addresses at which the page would only hide that there is nothing. */
const isNoPage = /^\/(api|assets|health)(\/|$)/;
