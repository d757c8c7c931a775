import { constants } from 'node:fs';
import { access, mkdir, statfs } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { errorTable, RikuyError } from '@rikuy/contracts';
import { formatValue, type UseCase } from '@rikuy/engine';
import type { Platform } from '@rikuy/runtime';
import type { Command } from 'commander';
import { consoleIsBuilt } from '../build-console.ts';
import { command, type Context, createContext } from '../context.ts';
import { freePort } from '../demo/free-port.ts';
import { language, words } from '../language.ts';

interface Finding {
  readonly name: string;
  /** A note is worth knowing and stops nothing. */
  readonly state: 'good' | 'note' | 'bad';
  readonly detail: string;
}

const marks: Readonly<Record<Finding['state'], string>> = { good: '✓', note: '·', bad: '✗' };

/** `rikuy doctor`: what this machine has and whether Rikuy can work here; exit code 1 when it cannot. */
export function doctorCommand(): Command {
  return command('doctor', {
    es: 'Revisa si Rikuy puede trabajar en esta máquina.',
    en: 'Checks whether Rikuy can work on this machine.',
  }).action(async (options: object) => {
    const context = createContext(options);
    const findings = [
      node(),
      webAssembly(),
      machine(),
      await dataFolder(context),
      await freeSpace(context),
      await port(context),
      builtConsole(),
      ...(await storage(context)),
    ];
    context.terminal.result(findings, () => findings.map(describe).join('\n'));
    if (findings.some(({ state }) => state === 'bad')) process.exitCode = 1;
  });
}

function describe({ state, name, detail }: Finding): string {
  return `${marks[state]} ${name}: ${detail}`;
}

function node(): Finding {
  const isNew = Number(process.versions.node.split('.')[0]) >= 24;
  const needed = words({ es: 'se necesita 24 o más nuevo', en: '24 or newer is needed' });
  return {
    name: 'Node',
    state: isNew ? 'good' : 'bad',
    detail: isNew ? process.version : `${process.version}; ${needed}`,
  };
}

function webAssembly(): Finding {
  const isThere = typeof SharedArrayBuffer === 'function' && typeof WebAssembly === 'object';
  const has = words({ es: 'SIMD y memoria compartida', en: 'SIMD and shared memory' });
  const lacks = words({
    es: 'faltan SIMD o memoria compartida; no se puede entrenar',
    en: 'no SIMD or shared memory; nothing can be trained',
  });
  return { name: 'WebAssembly', state: isThere ? 'good' : 'bad', detail: isThere ? has : lacks };
}

function machine(): Finding {
  const gigabytes = totalmem() / 1e9;
  const cores = availableParallelism();
  return {
    name: words({ es: 'máquina', en: 'machine' }),
    state: gigabytes >= 2 ? 'good' : 'note',
    detail: `${cores} ${words({ es: 'núcleos', en: 'cores' })}, ${gigabytes.toFixed(0)} GB ${words({ es: 'de memoria', en: 'of memory' })}`,
  };
}

async function dataFolder({ configuration }: Context): Promise<Finding> {
  const folder = configuration.RIKUY_DATA_DIR;
  const name = words({ es: 'carpeta de datos', en: 'data folder' });
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return { name, state: 'good', detail: folder };
  } catch (error) {
    return { name, state: 'bad', detail: `${folder}: ${(error as Error).message}` };
  }
}

async function freeSpace({ configuration }: Context): Promise<Finding> {
  const { bavail, bsize } = await statfs(configuration.RIKUY_DATA_DIR).catch(() => ({ bavail: 0, bsize: 0 }));
  const gigabytes = (bavail * bsize) / 1e9;
  const name = words({ es: 'espacio libre', en: 'free space' });
  return { name, state: gigabytes >= 1 ? 'good' : 'bad', detail: `${gigabytes.toFixed(1)} GB` };
}

async function port({ configuration: { RIKUY_HOST, RIKUY_PORT } }: Context): Promise<Finding> {
  const isFree = (await freePort(RIKUY_HOST, RIKUY_PORT)) === RIKUY_PORT;
  const state = isFree
    ? words({ es: 'libre', en: 'free' })
    : words({ es: 'ocupado; elija otro con --port', en: 'taken; choose another by --port' });
  return {
    name: words({ es: 'puerto', en: 'port' }),
    state: isFree ? 'good' : 'note',
    detail: `${RIKUY_HOST}:${RIKUY_PORT} ${state}`,
  };
}

function builtConsole(): Finding {
  const isBuilt = consoleIsBuilt();
  const built = words({ es: 'construida', en: 'built' });
  const later = words({ es: 'se construye al servir, en unos segundos', en: 'built when serving, in some seconds' });
  return {
    name: words({ es: 'consola', en: 'console' }),
    state: isBuilt ? 'good' : 'note',
    detail: isBuilt ? built : later,
  };
}

async function storage(context: Context): Promise<Finding[]> {
  const name = context.configuration.DATABASE_URL ? 'PostgreSQL' : 'PGlite';
  try {
    return await context.withPlatform(async platform => {
      await platform.stores.ping();
      const answers: Finding = { name, state: 'good', detail: words({ es: 'responde', en: 'answers' }) };
      return [answers, ...(await Promise.all(platform.useCases.map(useCase => contents(platform, useCase))))];
    });
  } catch (error) {
    return [{ name, ...unavailable(error) }];
  }
}

async function contents({ stores }: Platform, { id, title }: UseCase): Promise<Finding> {
  const [extent, champion] = await Promise.all([stores.eventLog.extent(id), stores.modelStore.champion(id)]);
  const count = (n: number): string => formatValue(n, 'count', language);
  const model =
    champion?.version ?? words({ es: 'ninguno; entrene con `rikuy train`', en: 'none; train by `rikuy train`' });
  return {
    name: `${id} (${words(title)})`,
    state: champion ? 'good' : 'note',
    detail: words({
      es: `${count(extent.events)} eventos, ${count(extent.labels)} etiquetas, modelo ${model}`,
      en: `${count(extent.events)} events, ${count(extent.labels)} labels, model ${model}`,
    }),
  };
}

/** That the server or the demo is running is no illness. */
function unavailable(error: unknown): Omit<Finding, 'name'> {
  if (!(error instanceof RikuyError)) return { state: 'bad', detail: (error as Error).message };
  const isInUse = error.code === 'storage-in-use';
  return { state: isInUse ? 'note' : 'bad', detail: `${words(errorTable[error.code].title)}: ${error.message}` };
}
