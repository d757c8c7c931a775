import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportXgboost, gradientBoostingClassifier, importXgboost } from '@rikuy/learn';
import { askPython } from './contestants.ts';
import { type DataSet, readFloats, readTable } from './data-set.ts';

/** The greatest difference of a probability when a model of ours is scored by XGBoost, and the reverse. */
export function exchangeDifferences(data: DataSet): { readonly exported: number; readonly imported: number } {
  const file = (name: string): string => join(data.folder, name);
  const test = readTable(file('test.f32'), data.width);
  const y = Float64Array.from(readFloats(file('train.y.f32')));
  const ours = gradientBoostingClassifier().fit(readTable(file('train.f32'), data.width), y);
  writeFileSync(file('ours.json'), exportXgboost(ours));
  askPython('score', file('ours.json'), file('test.f32'), String(data.width), file('ours.p'));
  askPython('train', data.folder, String(data.width), file('theirs.json'), file('theirs.p'));
  const theirs = importXgboost(readFileSync(file('theirs.json'), 'utf8'));
  if (!('predictProba' in theirs)) throw new Error('a model of binary:logistic must be read as a classifier');
  return {
    exported: greatestDifference(ours.predictProba(test), readFloats(file('ours.p'))),
    imported: greatestDifference(theirs.predictProba(test), readFloats(file('theirs.p'))),
  };
}

function greatestDifference(a: Float64Array, b: Float32Array): number {
  return a.reduce((greatest, one, i) => Math.max(greatest, Math.abs(one - b[i])), 0);
}
