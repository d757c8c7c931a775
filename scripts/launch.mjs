// Runs a TypeScript file of this repository on Node 24, installing what is missing first.
// Plain JavaScript, because it is the one file that must also run on the machine's own Node 20.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from './node-flags.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.cache', 'rikuy-install');

requireNode(20);
installIfNeeded();
run(nodeWithTypeScript(), process.argv.slice(2));

function requireNode(major) {
  if (Number(process.versions.node.split('.')[0]) >= major) return;
  fail(
    `Rikuy needs Node ${major} or newer to start; this is ${process.version}. Install a current Node from https://nodejs.org.`,
  );
}

function installIfNeeded() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing dependencies (once; about a minute)…');
  const npm = process.env.npm_execpath;
  const [command, ...prefix] = npm ? [process.execPath, npm] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const installed = spawnSync(command, [...prefix, 'ci', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (installed.status !== 0)
    fail(
      '`npm ci` failed; its message stands above. Check the network and the npm registry, then run the same command again.',
    );
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

function nodeWithTypeScript() {
  const bundled = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(
    `On ${process.platform}-${process.arch} Rikuy needs Node 24 or newer; this is ${process.version}. Install Node 24 and run the same command again.`,
  );
}

function run(node, args) {
  const PATH = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(
    process.platform === 'win32' ? ';' : ':',
  );
  const child = spawn(node, [...nodeFlags, ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH },
  });
  // The terminal signals the whole process group; forwarding reaches the child when only this process is signalled.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + (signal === 'SIGINT' ? 2 : 15) : (code ?? 1)));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
