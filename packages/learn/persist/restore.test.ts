import { describe, expect, it } from 'vitest';
import type { Fitted } from '../protocol/estimator.ts';
import { type State, PROTOCOL } from '../protocol/state.ts';
import { type Catalogue, restore } from './restore.ts';

const leafState: State = { kind: 'leaf', protocol: PROTOCOL, values: { name: 'a' }, arrays: {}, parts: {} };
const pairState: State = {
  kind: 'pair',
  protocol: PROTOCOL,
  values: {},
  arrays: {},
  parts: { first: leafState, second: { ...leafState, values: { name: 'b' } } },
};

const catalogue: Catalogue = {
  leaf: { kind: 'leaf', fromState: state => fitted('leaf', [state.values.name as string]) },
  pair: {
    kind: 'pair',
    fromState: (state, read) =>
      fitted(
        'pair',
        Object.values(state.parts).flatMap(part => read!(part).inputs.map(({ name }) => name)),
      ),
  },
  broken: {
    kind: 'broken',
    fromState: () => {
      throw new TypeError('no such property');
    },
  },
};

describe('restore', () => {
  it('rebuilds an object by its kind, with its parts', () => {
    expect(restore(pairState, catalogue).inputs.map(input => input.name)).toEqual(['a', 'b']);
  });

  it('names the kinds it knows when a part has another', () => {
    const unknown = { ...pairState, parts: { only: { ...leafState, kind: 'tree' } } };
    expect(() => restore(unknown, catalogue)).toThrow('`tree`; the catalogue has leaf, pair, broken');
  });

  it('refuses a state, or a part, of another protocol', () => {
    const newer = { ...leafState, protocol: PROTOCOL + 1 };
    expect(() => restore(newer, catalogue)).toThrow(`must have protocol ${PROTOCOL}; it has ${PROTOCOL + 1}`);
    expect(() => restore({ ...pairState, parts: { first: newer } }, catalogue)).toThrow(`it has ${PROTOCOL + 1}`);
  });

  it('says that a state is damaged when its factory cannot read it, and keeps the cause', () => {
    expect(() => restore({ ...leafState, kind: 'broken' }, catalogue)).toThrow(
      expect.objectContaining({ code: 'unreadable-state', cause: expect.any(TypeError) }),
    );
  });
});

function fitted(kind: string, names: string[]): Fitted {
  return { kind, inputs: names.map(name => ({ name, kind: 'number' })), toState: () => leafState };
}
