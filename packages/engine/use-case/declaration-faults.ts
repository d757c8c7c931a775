import { RikuyError } from '@rikuy/contracts';
import type { UseCase } from './use-case.ts';

/** @throws RikuyError `invalid-declaration` naming what is declared */
export function requireOneOf(useCase: UseCase, part: string, name: string, known: readonly string[]): void {
  if (!known.includes(name)) fail(useCase, part, `one of ${known.join(', ') || '(none is declared)'}`, `\`${name}\``);
}

export function requireDistinct(useCase: UseCase, part: string, names: readonly string[]): void {
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated !== undefined) fail(useCase, part, 'every name once', `\`${repeated}\` twice`);
}

/** What a part of a declaration should have been, and was not. */
export function fail(useCase: UseCase, part: string, expected: string, got: string): never {
  throw new RikuyError(
    'invalid-declaration',
    `use case \`${useCase.id}\`: ${part} expects ${expected}; got ${got}. Correct the declaration.`,
  );
}
