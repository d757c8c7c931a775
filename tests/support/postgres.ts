// A throw-away PostgreSQL for tests: the one that RIKUY_TEST_POSTGRES names, or one started from installed binaries.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { Client } from 'pg';

export interface TestPostgres {
  /** Makes an empty database and gives its URL. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Why there is none, in one line, or null when there is one. */
export function missingPostgres(): string | null {
  if (process.env['RIKUY_TEST_POSTGRES'] || findBinaries()) return null;
  return 'no PostgreSQL: set RIKUY_TEST_POSTGRES to a URL, or install the server';
}

export async function startPostgres(): Promise<TestPostgres> {
  const url = process.env['RIKUY_TEST_POSTGRES'];
  if (url) return onServer(url, async () => undefined);
  const binaries = findBinaries();
  if (!binaries) throw new Error(missingPostgres()!);
  return startCluster(binaries);
}

/** The newest installed version's. */
function findBinaries(): string | null {
  const found = globSync('/usr/lib/postgresql/*/bin/postgres').sort((a, b) => versionOf(a) - versionOf(b));
  return found.at(-1)?.replace(/\/postgres$/, '') ?? null;
}

function versionOf(path: string): number {
  return Number(path.split('/')[4]);
}

async function startCluster(binaries: string): Promise<TestPostgres> {
  const owner = clusterOwner();
  const folder = mkdtempSync(join(tmpdir(), 'rikuy-postgres-'));
  const [data, socket] = ['data', 'socket'].map(name => join(folder, name));
  for (const path of [folder, data, socket]) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    if (owner) chownSync(path, owner.uid, owner.gid);
  }
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'rikuy', '-A', 'trust', '--no-sync', '-E', 'UTF8'],
    {
      ...owner,
      cwd: folder,
      encoding: 'utf8',
    },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const server = await startServer(join(binaries, 'postgres'), { data, socket, owner });
  return onServer(`postgres://rikuy@localhost/postgres?host=${encodeURIComponent(socket)}`, async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
}

/** PostgreSQL refuses to run as root. */
function clusterOwner(): { readonly uid: number; readonly gid: number } | null {
  if (userInfo().uid !== 0) return null;
  const line = spawnSync('getent', ['passwd', 'postgres', 'nobody'], { encoding: 'utf8' }).stdout.split('\n')[0];
  const [, , uid, gid] = line.split(':').map(Number);
  return { uid, gid };
}

interface ClusterPlace {
  readonly data: string;
  readonly socket: string;
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

/** A shell keeps the server and ends it when its own input closes: it does not outlive a killed test run. */
async function startServer(postgres: string, { data, socket, owner }: ClusterPlace) {
  const script = '"$0" "$@" & server=$!; while read -r line; do :; done; kill -INT $server; wait $server';
  const settings = ['listen_addresses=', 'fsync=off', 'max_connections=40'].flatMap(setting => ['-c', setting]);
  const shell = spawn('sh', ['-c', script, postgres, '-D', data, '-k', socket, ...settings], {
    ...owner,
    cwd: data,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  await readsReady(shell.stderr);
  return {
    stop: async () => {
      const ended = once(shell, 'exit');
      shell.stdin.end();
      await ended;
    },
  };
}

function readsReady(log: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    log.on('data', chunk => {
      text += String(chunk);
      if (text.includes('ready to accept connections')) resolve();
    });
    log.on('end', () => reject(new Error(`PostgreSQL did not start: ${text}`)));
  });
}

function onServer(url: string, stop: () => Promise<void>): TestPostgres {
  const made: string[] = [];
  return {
    createDatabase: async () => {
      const name = `rikuy_test_${randomUUID().replaceAll('-', '')}`;
      await runOn(url, `create database ${name}`);
      made.push(name);
      const target = new URL(url);
      target.pathname = `/${name}`;
      return target.href;
    },
    stop: async () => {
      for (const name of made) await runOn(url, `drop database if exists ${name} with (force)`);
      await stop();
    },
  };
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
