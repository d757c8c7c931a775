import { describe, expect, it } from 'vitest';
import { byOffice, workloadOf } from './capacity.ts';

function entry(office: string, outcome: string, [capacity, done, waiting]: readonly [number, number, number]) {
  return { office, outcome, capacity, done, waiting };
}

describe('workloadOf', () => {
  it('tells what fits and what lies below the line', () => {
    expect(workloadOf([entry('118', 'rojo', [40, 32, 20])])).toEqual({ capacity: 40, done: 32, within: 8, below: 12 });
  });

  it('does not lend the room of one office to another', () => {
    const entries = [entry('118', 'rojo', [10, 0, 15]), entry('235', 'rojo', [10, 0, 2])];
    expect(workloadOf(entries)).toEqual({ capacity: 20, done: 0, within: 12, below: 5 });
  });

  it('stands more work done than there was capacity for', () => {
    expect(workloadOf([entry('118', 'rojo', [5, 7, 1])])).toEqual({ capacity: 5, done: 7, within: 0, below: 1 });
  });
});

it('byOffice orders the offices', () => {
  const entries = [
    entry('235', 'rojo', [1, 0, 0]),
    entry('118', 'rojo', [1, 0, 0]),
    entry('235', 'naranja', [1, 0, 0]),
  ];
  expect(byOffice(entries).map(([office, own]) => [office, own.length])).toEqual([
    ['118', 1],
    ['235', 2],
  ]);
});
