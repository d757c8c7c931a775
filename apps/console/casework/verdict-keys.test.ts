import type { OutcomeDeclaration } from '@rikuy/contracts';
import { describe, expect, it } from 'vitest';
import { commandOf, verdictKeysOf } from './verdict-keys.ts';

function outcome(es: string, tone: OutcomeDeclaration['tone']): OutcomeDeclaration {
  return { code: es.toLowerCase(), title: { es, en: es }, meaning: { es, en: es }, tone, worked: true };
}

const customs = verdictKeysOf([outcome('Verde', 'good'), outcome('Naranja', 'warning'), outcome('Rojo', 'bad')]);

function press(key: string, held: Partial<Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'metaKey'>> = {}) {
  return commandOf({ key, ctrlKey: false, altKey: false, metaKey: false, ...held }, customs);
}

describe('commandOf', () => {
  it('moves with J and K, and with the arrows', () => {
    expect([press('j'), press('k'), press('ArrowDown'), press('ArrowUp')]).toEqual([
      { kind: 'move', by: 1 },
      { kind: 'move', by: -1 },
      { kind: 'move', by: 1 },
      { kind: 'move', by: -1 },
    ]);
  });

  it('gives the verdict whose channel begins with the letter', () => {
    expect(press('r')).toEqual({ kind: 'verdict', label: 1 });
    expect(press('v')).toEqual({ kind: 'verdict', label: 0 });
    expect(press('N')).toEqual({ kind: 'details' });
  });

  it('opens, claims and undoes', () => {
    expect([press('Enter'), press('c'), press('u')]).toEqual([{ kind: 'open' }, { kind: 'claim' }, { kind: 'undo' }]);
  });

  it('leaves the keys of the browser alone', () => {
    expect(press('r', { ctrlKey: true })).toBeNull();
    expect(press('c', { metaKey: true })).toBeNull();
    expect(press('x')).toBeNull();
  });
});

describe('verdictKeysOf', () => {
  it('follows the words of each use case', () => {
    const keys = verdictKeysOf([outcome('Aprobar', 'good'), outcome('Revisar', 'warning'), outcome('Bloquear', 'bad')]);
    expect(keys.map(({ key, command }) => [key, command.kind])).toEqual([
      ['A', 'verdict'],
      ['R', 'details'],
      ['B', 'verdict'],
    ]);
  });

  it('gives no key to a letter that is taken', () => {
    const keys = verdictKeysOf([outcome('Cerrar', 'good'), outcome('Retener', 'bad'), outcome('Revisar', 'warning')]);
    expect(keys.map(({ key }) => key)).toEqual(['R']);
  });
});
