// npm run bench NAME [-- arguments]: runs the benchmark of that folder.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [name, ...args] = process.argv.slice(2);
const known = readdirSync(import.meta.dirname).filter(folder => existsSync(script(folder)));
if (!name || !known.includes(name)) {
  console.error(`Usage: npm run bench NAME [-- arguments], NAME one of: ${known.join(', ')}.`);
  process.exit(2);
}
const { run } = (await import(script(name))) as { run: (args: readonly string[]) => Promise<void> };
await run(args);

function script(folder: string): string {
  return join(import.meta.dirname, folder, 'run.ts');
}
