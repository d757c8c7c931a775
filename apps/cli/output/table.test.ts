import { describe, expect, it } from 'vitest';
import { textTable } from './table.ts';

describe('textTable', () => {
  it('puts columns side by side, numbers to the right', () => {
    expect(
      textTable(
        ['name', 'rows'],
        [
          ['history', 12],
          ['a', 3_400],
        ],
      ),
    ).toBe(['name     rows', '───────  ────', 'history    12', 'a        3400'].join('\n'));
  });
});
