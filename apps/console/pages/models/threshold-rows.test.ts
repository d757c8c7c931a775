import { expect, it } from 'vitest';
import { thresholdRows } from './threshold-rows.ts';

it('gathers the thresholds of a lane, whatever they are called', () => {
  expect(thresholdRows({ 'rojo/118/from': 12, 'rojo/118/random': 0.1, 'naranja/118/from': 3, review: 0.5 })).toEqual([
    { of: 'rojo/118', values: { from: 12, random: 0.1 } },
    { of: 'naranja/118', values: { from: 3 } },
    { of: '', values: { review: 0.5 } },
  ]);
});
