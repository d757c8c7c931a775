// Serves a data folder on a free port and tells where, until it is killed.
import { openPlatform, readConfiguration } from '@rikuy/runtime';
import { createServer } from '@rikuy/server';

const [folder] = process.argv.slice(2);
const platform = await openPlatform({ ...readConfiguration({}), RIKUY_DATA_DIR: folder, RIKUY_LOG_LEVEL: 'error' });
const server = await createServer({ platform, version: 'test' });
await platform.inService('customs');
process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}\n`);
process.once('SIGTERM', () => {
  void server.close().then(() => platform.close());
});
