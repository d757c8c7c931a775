import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { RikuyError } from '@rikuy/contracts';
import type { Terminal } from './output/terminal.ts';
import { repositoryRoot } from './version.ts';

const folder = join(repositoryRoot, 'apps', 'console');
const stamp = join(folder, 'dist', '.built-from');

/** Builds the console unless what stands in `dist` was built from the same sources. */
export async function buildConsole(terminal: Terminal): Promise<void> {
  if (consoleIsBuilt()) return;
  const sources = hashOfSources();
  terminal.tell(terminal.say({ es: 'Construyendo la consola…', en: 'Building the console…' }));
  await run(process.execPath, [
    join(repositoryRoot, 'node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    '--logLevel',
    'error',
  ]);
  compressAssets();
  writeFileSync(stamp, sources);
}

/** A gzipped copy beside each text asset, which the server sends to whoever takes it: a third of the bytes. */
function compressAssets(): void {
  for (const name of globSync('dist/assets/*.{js,css,svg}', { cwd: folder })) {
    const file = join(folder, name);
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
}

/** Whether what stands in `dist` was built from the sources as they are. */
export function consoleIsBuilt(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources();
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(readFileSync(join(repositoryRoot, 'package-lock.json')));
  const patterns = ['apps/console/**/*', 'packages/contracts/**/*'];
  const files = globSync(patterns, {
    cwd: repositoryRoot,
    exclude: name => /(^|\/)(dist|node_modules)(\/|$)/.test(name),
  });
  for (const file of files.filter(name => /\.(tsx?|css|html|json|svg)$/.test(name)).toSorted()) {
    hash.update(file).update(readFileSync(join(repositoryRoot, file)));
  }
  return hash.digest('hex');
}

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 2, 2] });
    child.on('error', reject);
    child.on('exit', code =>
      code === 0
        ? resolve()
        : reject(new RikuyError('internal', 'The console could not be built; what Vite says stands above.')),
    );
  });
}
