import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { RikuyError } from '@rikuy/contracts';
import {
  type Clock,
  loadSource,
  type Notifier,
  type NotifierDeclaration,
  type SecretReference,
  type Source,
  type SourceDeclaration,
  type SourceHolder,
  type SourceLoad,
  type LoadSourceOptions,
  type SourcesFile,
  sourcesFile,
  tellOfLoad,
  tellOfTrouble,
} from '@rikuy/engine';
import { openFile, openFolderSource } from '@rikuy/files';
import { seeded } from '@rikuy/learn';
import type { Configuration } from './configuration.ts';
import type { Platform } from './platform.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The sources that are declared, ready to be opened. */
export interface DeclaredSources {
  readonly declarations: readonly SourceDeclaration[];
  readonly notifiers: readonly NotifierDeclaration[];
  /** @throws RikuyError `not-found` */
  readonly find: (name: string) => SourceDeclaration;
  /** The value of a secret. @throws RikuyError `invalid-configuration` */
  readonly secret: (reference: SecretReference) => string;
}

export type LoadOptions = Pick<LoadSourceOptions, 'signal' | 'wait' | 'restart' | 'onProgress' | 'onRetry'>;

export interface ToldLoad {
  readonly load: SourceLoad;
  /** Notifications that nobody took. */
  readonly untold: readonly unknown[];
}

/**
 * Reads the file of declarations that RIKUY_SOURCES names; paths in it are relative to it. None is no source.
 * @param environment holds the secrets that declarations name
 * @throws RikuyError `invalid-configuration` that names every wrong place of the file
 */
export async function readSources(configuration: Configuration, environment: Environment): Promise<DeclaredSources> {
  const path = configuration.RIKUY_SOURCES;
  const { sources, notify } = path === undefined ? { sources: [], notify: [] } : await readDeclarations(path);
  return {
    declarations: sources,
    notifiers: notify,
    find: name => findSource(sources, name, path),
    secret: reference => secretOf(reference, environment),
  };
}

async function readDeclarations(path: string): Promise<SourcesFile> {
  const parsed = sourcesFile.safeParse(await readJson(path));
  if (!parsed.success) {
    const fields = parsed.error.issues.map(issue => ({ field: issue.path.join('.'), message: issue.message }));
    const wrong = fields.map(({ field, message }) => `\`${field}\`: ${message}`).join('; ');
    throw new RikuyError('invalid-configuration', `${path} (RIKUY_SOURCES) is not usable: ${wrong}`, { fields });
  }
  const { sources, notify } = parsed.data;
  return { notify, sources: sources.map(source => withWholePath(source, dirname(resolve(path)))) };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (cause) {
    const why = cause instanceof SyntaxError ? cause.message : (cause as NodeJS.ErrnoException).code;
    throw new RikuyError('invalid-configuration', `RIKUY_SOURCES must name a file of JSON; ${path} is none: ${why}.`, {
      cause,
    });
  }
}

function withWholePath(source: SourceDeclaration, folder: string): SourceDeclaration {
  return source.kind === 'file' || source.kind === 'folder'
    ? { ...source, path: resolve(folder, source.path) }
    : source;
}

function findSource(sources: readonly SourceDeclaration[], name: string, path?: string): SourceDeclaration {
  const found = sources.find(source => source.name === name);
  if (found) return found;
  const known = sources.map(source => source.name).join(', ');
  const where = path === undefined ? 'RIKUY_SOURCES names no file of sources' : `${path} declares ${known || 'none'}`;
  throw new RikuyError('not-found', `There is no source \`${name}\`; ${where}.`);
}

function secretOf({ env }: SecretReference, environment: Environment): string {
  const value = environment[env];
  if (value) return value;
  throw new RikuyError('invalid-configuration', `A source needs the secret ${env}; set that environment variable.`);
}

/** Opens a declared source. Drivers are loaded when a source needs them. */
export async function openSource(
  declaration: SourceDeclaration,
  { secret }: Pick<DeclaredSources, 'secret'>,
  clock: Clock,
): Promise<Source> {
  switch (declaration.kind) {
    case 'file':
    case 'folder':
      return openFolderSource(declaration, clock);
    case 'bucket':
      return (await import('@rikuy/s3')).openBucketSource(declaration, { secret });
    case 'postgres':
      return (await import('@rikuy/sql-source')).openPostgresSource(declaration, secret(declaration.url));
    case 'mysql':
      return (await import('@rikuy/sql-source')).openMysqlSource(declaration, secret(declaration.url));
    case 'http':
      return (await import('@rikuy/http-source')).openHttpSource(declaration, { secret, clock });
    case 'html':
      return (await import('@rikuy/http-source')).openHtmlSource(declaration, { secret, clock });
    case 'kafka':
      return (await import('@rikuy/kafka')).openTopicSource(declaration, { secret });
  }
}

/**
 * Loads a declared source once and tells those who are to hear of it.
 * @throws RikuyError `source-in-use`, `storage-unavailable`, `invalid-configuration`, `unknown-use-case`
 */
export async function loadDeclared(
  platform: LoadingPlatform,
  declared: DeclaredSources,
  name: string,
  options: LoadOptions,
): Promise<ToldLoad> {
  const { clock } = platform;
  const declaration = declared.find(name);
  const notifiers = await openNotifiers(declared, clock);
  try {
    const load = await loadOnce(platform, declared, declaration, options);
    return { load, untold: await tellOfLoad(load, declaration, notifiers, clock) };
  } catch (error) {
    if (isTrouble(error, options.signal)) {
      await tellOfTrouble(declaration, error, notifiers, { clock, id: randomUUID() });
    }
    throw error;
  }
}

type LoadingPlatform = Pick<Platform, 'configuration' | 'stores' | 'clock' | 'useCase'>;

async function loadOnce(
  { configuration, clock, stores, useCase: find }: LoadingPlatform,
  declared: DeclaredSources,
  declaration: SourceDeclaration,
  options: LoadOptions,
): Promise<SourceLoad> {
  const useCase = find(declaration.useCase);
  const source = await openSource(declaration, declared, clock);
  const holder = { token: randomUUID(), host: hostname(), pid: process.pid };
  loadsUnderWay.add(holder.token);
  try {
    return await loadSource(useCase, source, stores, {
      ...options,
      ...askedFor(declaration),
      recordType: declaration.recordType ?? useCase.decides,
      rejectFolder: join(configuration.RIKUY_DATA_DIR, 'rejects'),
      spoolFolder: join(configuration.RIKUY_DATA_DIR, 'sources'),
      openFile,
      clock,
      random: seeded(clock.now()),
      holder,
      isGone: other => isGone(other, holder),
    });
  } finally {
    loadsUnderWay.delete(holder.token);
    await source.close();
  }
}

function askedFor({ mapping, portionRows, retry: { attempts, firstSeconds, longestSeconds } }: SourceDeclaration) {
  const retry = { attempts, firstMs: firstSeconds * 1000, longestMs: longestSeconds * 1000 };
  return { mapping, portionRows, retry };
}

/** A second loader that is refused, and somebody who stopped the load, need not be told of it. */
function isTrouble(error: unknown, signal: AbortSignal): boolean {
  return !signal.aborted && !(error instanceof RikuyError && error.code === 'source-in-use');
}

/** A process of this machine that runs no more; of another machine nobody here knows. */
function isGone(other: SourceHolder, own: SourceHolder): boolean {
  if (other.host !== own.host) return false;
  // The number was given again, to this very process, as in a container that was started anew.
  if (other.pid === own.pid) return !loadsUnderWay.has(other.token);
  try {
    process.kill(other.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

const loadsUnderWay = new Set<string>();

async function openNotifiers(
  { notifiers, secret }: Pick<DeclaredSources, 'notifiers' | 'secret'>,
  clock: Clock,
): Promise<readonly Notifier[]> {
  if (notifiers.length === 0) return [];
  const { openEmailNotifier, openWebhookNotifier } = await import('@rikuy/notify');
  return notifiers.map(declared =>
    declared.kind === 'webhook'
      ? openWebhookNotifier({ url: declared.url, secret: secret(declared.secret), clock })
      : openEmailNotifier({ ...declared, smtp: secret(declared.smtp) }),
  );
}
