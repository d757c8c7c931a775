import { errorTable, RikuyError } from '@rikuy/contracts';
import { LearnError } from '@rikuy/learn';
import { toProblem } from '@rikuy/server';
import { CommanderError } from 'commander';
import { language, words } from '../language.ts';

/** Errors of whoever typed the command. */
const wrongUsage = new Set(['invalid-request', 'unknown-use-case', 'invalid-configuration']);

/** Tells an error on standard error, as a line for people or, with `--json`, for machines; gives the exit code. */
export function tellError(error: unknown, json: boolean): number {
  // Commander has written its own message by now.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (json) process.stderr.write(`${JSON.stringify(toProblem(error, language))}\n`);
  else process.stderr.write(`✗ ${explain(error)}\n`);
  if (error instanceof RikuyError && error.code === 'quality-failed') return 3;
  return error instanceof RikuyError && wrongUsage.has(error.code) ? 2 : 1;
}

function explain(error: unknown): string {
  if (error instanceof RikuyError) return explainOurs(error);
  if (error instanceof LearnError) return error.message;
  const stack = error instanceof Error ? error.stack : String(error);
  return `${words({ es: 'Error inesperado; repórtelo con estas líneas:', en: 'Unexpected error; report it with these lines:' })}\n${stack}`;
}

/** What happened and what to do; in Spanish also the message itself, which names the particulars in English. */
function explainOurs(error: RikuyError): string {
  const title = words(errorTable[error.code].title);
  const { detail } = toProblem(error, language);
  return detail === error.message ? `${title}: ${detail}` : `${title}. ${detail}\n  ${error.code}: ${error.message}`;
}
