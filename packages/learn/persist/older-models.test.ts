import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../catalogue.ts';
import { checkData } from '../checks/check-data.ts';
import type { FittedClassifier } from '../protocol/estimator.ts';
import { PROTOCOL } from '../protocol/state.ts';
import { seeded } from '../random/random.ts';
import { readState } from './archive.ts';
import { restore } from './restore.ts';

const folder = join(import.meta.dirname, 'fixtures', 'models');
const archives = readdirSync(folder).filter(name => name.endsWith('.rikuy'));

describe('models stored by an older version', () => {
  it('are kept of every protocol up to today’s', () => {
    for (let protocol = 1; protocol <= PROTOCOL; protocol++)
      expect(archives.filter(name => name.startsWith(`protocol-${protocol}-`)).length).toBeGreaterThanOrEqual(3);
  });

  it.each(archives)('%s predicts what it predicted then', name => {
    const model = restore(readState(readFileSync(join(folder, name))), catalogue) as FittedClassifier;
    const { X } = checkData(seeded(11), { rows: 80, target: 'class', categories: true, gaps: true });
    const then = JSON.parse(readFileSync(join(folder, name.replace('.rikuy', '.json')), 'utf8')) as number[];
    model.predictProba(X).forEach((probability, i) => expect(probability).toBeCloseTo(then[i], 12));
  });
});
