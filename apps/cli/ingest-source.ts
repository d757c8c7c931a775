import { setTimeout as delay } from 'node:timers/promises';
import { type Language, RikuyError } from '@rikuy/contracts';
import { formatValue, type SourceLoad } from '@rikuy/engine';
import { type DeclaredSources, loadDeclared, type LoadOptions, type Platform, readSources } from '@rikuy/runtime';
import type { Terminal } from './output/terminal.ts';

export interface SourceOptions {
  readonly wait?: boolean;
  readonly restart?: boolean;
  /** Seconds between loads; absent means one load. */
  readonly follow?: number;
}

/**
 * Loads a declared source; with `follow`, again and again until it is interrupted, which ends the load under way where
 * it can go on.
 */
export async function* ingestSource(
  platform: Platform,
  terminal: Terminal,
  { useCaseId, name }: { readonly useCaseId: string; readonly name: string },
  { wait, restart, follow }: SourceOptions,
): AsyncIterable<SourceLoad> {
  const declared = await readSources(platform.configuration, process.env);
  requireUseCase(declared, name, useCaseId);
  const interrupted = interruption();
  try {
    for (let isFirst = true; ; isFirst = false) {
      const options = { ...listening(terminal, name), wait, restart: isFirst && restart, signal: interrupted };
      const { load, untold } = await loadDeclared(platform, declared, name, options);
      for (const error of untold) terminal.tell(untoldLine(error, terminal));
      yield load;
      if (follow === undefined) return;
      await delay(follow * 1000, undefined, { signal: interrupted });
    }
  } catch (error) {
    if (!interrupted.aborted) throw error;
    terminal.tell(
      terminal.say({
        es: 'Interrumpido; la próxima carga sigue aquí.',
        en: 'Interrupted; the next load goes on here.',
      }),
    );
    process.exitCode = 130;
  }
}

function requireUseCase({ find }: DeclaredSources, name: string, useCaseId: string): void {
  const { useCase } = find(name);
  if (useCase === useCaseId) return;
  throw new RikuyError('invalid-request', `The source ${name} is declared for ${useCase}, not for ${useCaseId}.`);
}

function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

function listening(terminal: Terminal, name: string): Pick<LoadOptions, 'onProgress' | 'onRetry'> {
  return {
    onProgress: terminal.progress({ es: `Cargando ${name}`, en: `Loading ${name}` }),
    onRetry: ({ message }, waitMs) => {
      const seconds = (waitMs / 1000).toFixed(1);
      terminal.tell(
        terminal.say({
          es: `${message} Otro intento en ${seconds} s.`,
          en: `${message} Next attempt in ${seconds} s.`,
        }),
      );
    },
  };
}

function untoldLine(error: unknown, terminal: Terminal): string {
  const why = error instanceof RikuyError ? error.message : String(error);
  return terminal.say({ es: `⚠ No se pudo avisar: ${why}`, en: `⚠ The notification was not sent: ${why}` });
}

/** A load in a few lines: the counts add up; where the rejects are; what went wrong. */
export function describeSourceLoad(load: SourceLoad, language: Language): string {
  const count = (of: 'read' | 'accepted' | 'rejected' | 'duplicates' | 'converted'): string =>
    formatValue(load[of], 'count', language);
  const counts =
    language === 'es'
      ? `${load.source}: ${count('read')} filas leídas = ${count('accepted')} aceptadas + ${count('rejected')} rechazadas + ${count('duplicates')} duplicadas; ${count('converted')} valores convertidos`
      : `${load.source}: ${count('read')} rows read = ${count('accepted')} accepted + ${count('rejected')} rejected + ${count('duplicates')} duplicates; ${count('converted')} values converted`;
  const rejects = load.rejectFiles.map(path => `  ${language === 'es' ? 'rechazos' : 'rejects'}: ${path}`);
  const error = load.error ? [`  ✗ ${load.error.code}: ${load.error.message}`] : [];
  return [counts, ...rejects, ...error].join('\n');
}
