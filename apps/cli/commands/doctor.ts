import { constants } from 'node:fs';
import { access, mkdir, statfs } from 'node:fs/promises';
import type { Command } from 'commander';
import { command, createContext, type Context, words } from '../context.ts';

interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** `rikuy doctor`: what this machine has and whether Rikuy can work here; exit code 1 when it cannot. */
export function doctorCommand(): Command {
  return command('doctor', {
    es: 'Revisa si Rikuy puede trabajar en esta máquina.',
    en: 'Checks whether Rikuy can work on this machine.',
  }).action(async (options: object) => {
    const context = createContext(options);
    const findings = [
      node(),
      await dataFolder(context),
      await freeSpace(context),
      threads(),
      ...(await storage(context)),
    ];
    context.terminal.result(findings, () =>
      findings.map(({ ok, name, detail }) => `${ok ? '✓' : '✗'} ${name}: ${detail}`).join('\n'),
    );
    if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
  });
}

function node(): Finding {
  const ok = Number(process.versions.node.split('.')[0]) >= 24;
  return {
    name: 'Node',
    ok,
    detail: ok
      ? process.version
      : `${process.version}; ${words({ es: 'se necesita 24 o más', en: '24 or newer is needed' })}`,
  };
}

async function dataFolder({ configuration }: Context): Promise<Finding> {
  const folder = configuration.RIKUY_DATA_DIR;
  const name = words({ es: 'carpeta de datos', en: 'data folder' });
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return { name, ok: true, detail: folder };
  } catch (error) {
    return { name, ok: false, detail: `${folder}: ${(error as Error).message}` };
  }
}

async function freeSpace({ configuration }: Context): Promise<Finding> {
  const name = words({ es: 'espacio libre', en: 'free space' });
  const { bavail, bsize } = await statfs(configuration.RIKUY_DATA_DIR).catch(() => ({ bavail: 0, bsize: 0 }));
  const gigabytes = (bavail * bsize) / 1e9;
  return { name, ok: gigabytes >= 1, detail: `${gigabytes.toFixed(1)} GB` };
}

function threads(): Finding {
  const ok = typeof SharedArrayBuffer === 'function' && typeof WebAssembly === 'object';
  return { name: 'WebAssembly', ok, detail: words({ es: 'SIMD y memoria compartida', en: 'SIMD and shared memory' }) };
}

async function storage(context: Context): Promise<Finding[]> {
  const kind = context.configuration.DATABASE_URL ? 'PostgreSQL' : 'PGlite';
  try {
    return await context.withPlatform(async ({ stores, useCases }) => {
      await stores.ping();
      const perCase = useCases.map(async ({ id }) => {
        const [extent, champion] = await Promise.all([stores.eventLog.extent(id), stores.modelStore.champion(id)]);
        return {
          name: id,
          ok: true,
          detail: `${extent.events} ${words({ es: 'eventos', en: 'events' })}, ${extent.labels} ${words({ es: 'etiquetas', en: 'labels' })}, ${words({ es: 'modelo', en: 'model' })} ${champion?.version ?? '—'}`,
        };
      });
      return [
        { name: kind, ok: true, detail: words({ es: 'responde', en: 'answers' }) },
        ...(await Promise.all(perCase)),
      ];
    });
  } catch (error) {
    return [{ name: kind, ok: false, detail: (error as Error).message }];
  }
}
