import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { es } from './es.ts';

const root = join(import.meta.dirname, '..');
const source = globSync('**/*.{ts,tsx}', {
  cwd: root,
  exclude: ['dist/**', 'node_modules/**', '**/*.test.ts', 'text/e?.ts'],
})
  .map(file => readFileSync(join(root, file), 'utf8'))
  .join('\n');
const spanish = flat(es);
const english = flat(en);

describe('texts', () => {
  it('exist in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(spanish).sort());
  });

  it('name the same values in both languages', () => {
    const valuesOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).sort();
    const unlike = Object.keys(spanish).filter(key => valuesOf(spanish[key]).join() !== valuesOf(english[key]).join());
    expect(unlike).toEqual([]);
  });

  it('are all used', () => {
    expect(Object.keys(spanish).filter(key => !isUsed(key))).toEqual([]);
  });

  it('exist wherever the console asks for one', () => {
    const asked = [...source.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(match => match[1]);
    const known = new Set(Object.keys(spanish).map(withoutCount));
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(key => !known.has(key))).toEqual([]);
  });

  it('leave nothing empty', () => {
    const empty = (texts: Record<string, string>) => Object.keys(texts).filter(key => texts[key].trim() === '');
    expect([...empty(spanish), ...empty(english)]).toEqual([]);
  });
});

/** Named whole, or by a family such as `roles.${role}`. */
function isUsed(key: string): boolean {
  const name = withoutCount(key);
  const family = name.slice(0, name.lastIndexOf('.'));
  return source.includes(`'${name}'`) || source.includes(`t(\`${family}.\${`);
}

function withoutCount(key: string): string {
  return key.replace(/_(one|other)$/, '');
}

function flat(texts: object, prefix = ''): Record<string, string> {
  const entries = Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flat(value as object, `${prefix}${key}.`)),
  );
  return Object.fromEntries(entries) as Record<string, string>;
}
