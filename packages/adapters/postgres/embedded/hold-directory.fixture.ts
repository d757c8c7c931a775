// A process that opens the embedded database of a directory and waits to be ended.
import { startEmbedded } from './embedded-server.ts';

await startEmbedded(process.argv[2]);
console.log('open');
