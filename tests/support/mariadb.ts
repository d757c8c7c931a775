// A throw-away MariaDB for tests, started from the installed server.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2';
import { startChild } from './child-server.ts';

export interface TestMariadb {
  /** mysql://… */
  readonly url: string;
  run(sql: string, values?: readonly unknown[]): Promise<unknown>;
  stop(): Promise<void>;
}

const server = ['/usr/sbin/mariadbd', '/usr/local/bin/mariadbd'].find(path => existsSync(path));

/** Why there is none, in one line, or null when there is one. */
export function missingMariadb(): string | null {
  return server ? null : 'no MariaDB: install the package mariadb-server';
}

export async function startMariadb(): Promise<TestMariadb> {
  if (!server) throw new Error(missingMariadb()!);
  const owner = serverOwner();
  const folder = mkdtempSync(join(tmpdir(), 'rikuy-mariadb-'));
  const [data, socket] = [join(folder, 'data'), join(folder, 'socket')];
  mkdirSync(data);
  if (owner) for (const path of [folder, data]) chownSync(path, owner.uid, owner.gid);
  install(data, owner);
  const args = ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', '--skip-grant-tables'];
  const url = `mysql://rikuy@localhost/test?socket=${encodeURIComponent(socket)}`;
  const child = await startChild(server, [...args, '--innodb-buffer-pool-size=32M'], () => answers(url), owner ?? {});
  return {
    url,
    run: (sql, values = []) => query(url, sql, values),
    stop: async () => {
      await child.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** MariaDB refuses to run as root. */
function serverOwner(): { readonly uid: number; readonly gid: number } | null {
  if (userInfo().uid !== 0) return null;
  const line = spawnSync('getent', ['passwd', 'mysql', 'nobody'], { encoding: 'utf8' }).stdout.split('\n')[0];
  const [, , uid, gid] = line.split(':').map(Number);
  return { uid, gid };
}

function install(data: string, owner: ReturnType<typeof serverOwner>): void {
  const args = ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal'];
  const made = spawnSync('mariadb-install-db', args, { ...owner, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`mariadb-install-db failed: ${made.stderr}`);
}

async function answers(url: string): Promise<boolean> {
  await query(url.replace('/test?', '/?'), 'create database if not exists test', []);
  return true;
}

function query(url: string, sql: string, values: readonly unknown[]): Promise<unknown> {
  const { pathname, searchParams } = new URL(url);
  const database = pathname.slice(1) || undefined;
  const connection = mysql.createConnection({ socketPath: searchParams.get('socket')!, user: 'rikuy', database });
  return new Promise((resolve, reject) => {
    connection.on('error', reject);
    connection.query(sql, [...values], (error, result) => {
      connection.destroy();
      if (error) reject(error);
      else resolve(result);
    });
  });
}
