import { z } from 'zod';
import type { CheckContext } from './check-context.ts';
import { promise, refuses } from './expectations.ts';

/** Values among which every sensible parameter refuses some: wrong in type, in size, or in name. */
const SUSPECTS: readonly unknown[] = [
  NaN,
  Infinity,
  -1e9,
  -1,
  0,
  0.5,
  1e9,
  'no such choice',
  null,
  [],
  { no: 'such' },
  true,
];

/** Gives every parameter all the values its own schema refuses, one at a time. */
export function invalidRefused({ subject }: CheckContext): void {
  const { factory } = subject;
  if (!factory) return;
  for (const [name, schema] of properties(factory.params)) {
    const invalid = SUSPECTS.filter(value => !schema.safeParse(value).success);
    promise(invalid.length > 0, `the schema of \`${name}\` must refuse something; it accepts every value tried`);
    for (const value of invalid) {
      refuses(() => factory({ [name]: value }), {
        code: 'invalid-parameter',
        naming: `\`${name}`,
        when: `\`${name}\` as ${JSON.stringify(value)}`,
      });
    }
  }
}

export function misspeltRefused({ subject }: CheckContext): void {
  const { factory } = subject;
  if (!factory) return;
  refuses(() => factory({ noSuchParameter: 1 }), {
    code: 'invalid-parameter',
    naming: 'noSuchParameter',
    when: 'a parameter that does not exist',
  });
}

/** `factory()` either works or says which parameter it needs. */
export function describedByDefaults({ subject }: CheckContext): void {
  const { factory } = subject;
  if (!factory) return;
  const required = properties(factory.params).filter(([, schema]) => !schema.safeParse(undefined).success);
  if (required.length === 0) factory();
  for (const [name] of required) {
    refuses(() => factory(), { code: 'invalid-parameter', naming: `\`${name}`, when: `no \`${name}\`` });
  }
}

function properties(params: z.ZodType): [string, z.ZodType][] {
  return params instanceof z.ZodObject ? (Object.entries(params.shape) as [string, z.ZodType][]) : [];
}
