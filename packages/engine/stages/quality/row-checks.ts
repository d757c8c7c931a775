import type { RecordValues } from '@rikuy/contracts';
import { type PlainMoment, plainProgram } from '../../expressions/plain-program.ts';
import { readsOfPeers } from '../../expressions/use-case-scope.ts';
import type { QualityCheck } from '../../use-case/quality-declaration.ts';
import type { UseCase } from '../../use-case/use-case.ts';

/** What a check makes of one row: it holds, it does not, or it does not apply. */
export type Finding = 'holds' | 'broken' | 'does-not-apply';

/** A check that is made row by row. */
export type RowCheckDeclaration = Exclude<QualityCheck, { kind: 'freshness' | 'distribution' | 'rows' }>;
export type RowCheck = (row: RecordValues, eventTime: number) => Finding;

export function isRowCheck(check: QualityCheck): check is RowCheckDeclaration {
  return check.kind !== 'freshness' && check.kind !== 'distribution' && check.kind !== 'rows';
}

/** The check as a function of rows, to be called with each once. */
export function rowCheck(useCase: UseCase, check: RowCheckDeclaration): RowCheck {
  switch (check.kind) {
    case 'range': {
      const { field, min = -Infinity, max = Infinity } = check;
      return ofPresent(field, value => Number(value) >= min && Number(value) <= max);
    }
    case 'completeness':
      return row => (row[check.field] === null ? 'broken' : 'holds');
    case 'allowed': {
      const allowed = new Set(check.values);
      return ofPresent(check.field, value => allowed.has(String(value)));
    }
    case 'unique':
      return uniqueRows(check.fields);
    case 'expression':
      return expressionRows(useCase, check);
  }
}

function ofPresent(field: string, holds: (value: string | number | boolean) => boolean): RowCheck {
  return row => {
    const value = row[field];
    if (value === null) return 'does-not-apply';
    return holds(value) ? 'holds' : 'broken';
  };
}

/** The first of equal rows holds; those that repeat it are broken. */
function uniqueRows(fields: readonly string[]): RowCheck {
  const seen = new Set<string>();
  return row => {
    const values = fields.map(field => row[field]);
    if (values.includes(null)) return 'does-not-apply';
    const key = values.length === 1 ? String(values[0]) : JSON.stringify(values);
    if (seen.has(key)) return 'broken';
    seen.add(key);
    return 'holds';
  };
}

function expressionRows(
  useCase: UseCase,
  { id, holds, record }: Extract<QualityCheck, { kind: 'expression' }>,
): RowCheck {
  const place = { ...useCase, decides: record ?? useCase.decides };
  const run = plainProgram(place, [holds], { subject: `quality check \`${id}\``, reads: readsOfPeers });
  return (row, eventTime) => {
    const moment: PlainMoment = { record: row, eventTime, vector: {} };
    const [truth] = run(moment);
    if (truth === null || Number.isNaN(truth)) return 'does-not-apply';
    return truth === 1 ? 'holds' : 'broken';
  };
}
