// A small HTTP server whose answers a test writes, faults included.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface FaultyApi {
  readonly address: string;
  /** Every request so far, `GET /rows?page=2`. */
  readonly requests: readonly string[];
  stop(): Promise<void>;
}

export type Answer = (
  request: IncomingMessage & { readonly address: URL; readonly body: string },
  response: ServerResponse,
) => void;

export async function startFaultyApi(answer: Answer): Promise<FaultyApi> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const chunks = await Array.fromAsync(request as AsyncIterable<Buffer>);
      const address = new URL(request.url ?? '/', 'http://api');
      requests.push(`${request.method} ${request.url}`);
      answer(Object.assign(request, { address, body: Buffer.concat(chunks).toString() }), response);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    address: `http://127.0.0.1:${port}`,
    requests,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export function sendJson(
  response: ServerResponse,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
}
