export { openApiDocument } from './openapi.ts';
export { toProblem } from './problems.ts';
export { createServer, type ServerOptions } from './server.ts';
