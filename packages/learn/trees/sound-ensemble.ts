import { LearnError } from '../protocol/learn-error.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';

const OF_EACH_NODE = [
  'threshold',
  'left',
  'missingLeft',
  'value',
  'cover',
  'gain',
  'categoryStart',
  'categoryWords',
] as const satisfies (keyof TreeEnsemble)[];

/**
 * Arrays read from outside as trees that every row comes to a leaf of: children stand behind their parents, splits use
 * inputs that there are, bit sets lie within their words.
 * @throws LearnError `unreadable-state` where that is not so
 */
export function requireSoundEnsemble(ensemble: TreeEnsemble, inputCount: number): TreeEnsemble {
  const { roots, feature, left } = ensemble;
  const nodes = feature.length;
  for (const name of OF_EACH_NODE)
    if (ensemble[name].length !== nodes) throw damaged(`\`${name}\` must have ${nodes} values`, ensemble[name].length);
  for (const root of roots)
    if (!(root >= 0 && root < nodes)) throw damaged(`a root must be one of ${nodes} nodes`, root);
  for (let node = 0; node < nodes; node++) {
    if (feature[node] === -1) continue;
    if (!(feature[node] >= 0 && feature[node] < inputCount))
      throw damaged(`a split must use one of ${inputCount} inputs`, feature[node]);
    if (!(left[node] > node && left[node] + 1 < nodes))
      throw damaged(`the children of node ${node} must stand behind it`, left[node]);
    requireBitSet(ensemble, node);
  }
  return ensemble;
}

function requireBitSet({ categoryStart, categoryWords, categoryBits }: TreeEnsemble, node: number): void {
  const [start, words] = [categoryStart[node], categoryWords[node]];
  if (start === -1) return;
  if (!(start >= 0 && words >= 0 && start + words <= categoryBits.length))
    throw damaged(`the bit set of node ${node} must lie within ${categoryBits.length} words`, start + words);
}

function damaged(expected: string, got: number): LearnError {
  return new LearnError('unreadable-state', `a model of trees is damaged: ${expected}; got ${got}.`);
}
