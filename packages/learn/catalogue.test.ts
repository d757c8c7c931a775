import { describe, expect, it } from 'vitest';
import * as door from './index.ts';

interface FactoryShape {
  readonly kind: string;
}

const exported = Object.entries(door as Record<string, unknown>).filter((entry): entry is [string, FactoryShape] =>
  isFactory(entry[1]),
);

describe('catalogue', () => {
  it('has exactly the estimators that the package exports, by their names', () => {
    expect(Object.keys(door.catalogue).sort()).toEqual(exported.map(([name]) => name).sort());
    for (const [name, factory] of exported) expect(Object.entries(door.catalogue)).toContainEqual([name, factory]);
  });

  it('has one estimator per kind', () => {
    const kinds = exported.map(([, factory]) => factory.kind);
    expect(new Set(kinds).size).toBe(kinds.length);
  });
});

function isFactory(value: unknown): value is FactoryShape {
  return typeof value === 'function' && ['kind', 'fromState'].every(key => key in value);
}
