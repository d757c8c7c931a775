// Writes every generated file, or with --check fails when one is not fresh.
// A generator is a module of scripts/generated that returns the files it owns.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folder = join(import.meta.dirname, 'generated');
const root = dirname(import.meta.dirname);
const onlyCheck = process.argv.includes('--check');
const stale: string[] = [];

for (const name of readdirSync(folder).toSorted()) {
  const { generate } = (await import(join(folder, name))) as {
    generate: () => Promise<Record<string, string | Uint8Array>>;
  };
  for (const [path, content] of Object.entries(await generate())) refresh(path, Buffer.from(content));
}
if (onlyCheck && stale.length > 0) {
  console.error(`Not fresh: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.`);
  process.exit(1);
}

function refresh(path: string, content: Buffer): void {
  const target = join(root, path);
  if (existsSync(target) && readFileSync(target).equals(content)) return;
  stale.push(path);
  if (onlyCheck) return;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  console.log(`wrote ${path}`);
}
