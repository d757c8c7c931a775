import type { Lookup } from '@rikuy/engine';

const source = 'Sintético: política de aprobación de pagos de una empresa inventada; reemplácela por la suya';

/** Amounts in soles from which one more signature is needed, by level, as in force from a day on. */
export const approvalLimits: Lookup = {
  title: { es: 'Límites de aprobación', en: 'Approval limits' },
  unit: 'PEN',
  rows: [
    { key: 'manager', from: '2020-01-01', value: 5_000, source },
    { key: 'finance', from: '2020-01-01', value: 20_000, source },
    { key: 'board', from: '2020-01-01', value: 50_000, source },
  ],
};

/** The limits in rising order. */
export const limitsInForce: readonly number[] = approvalLimits.rows.map(({ value }) => value);
