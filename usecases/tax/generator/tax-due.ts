import type { TaxCategory } from '../records/code-lists.ts';

interface DatedRate {
  readonly from: string;
  readonly value: number;
  readonly source: string;
}

/** IGV and IPM together. */
const salesTax: readonly DatedRate[] = [{ from: '2011-03-01', value: 0.18, source: 'Ley 29666; reparto: Ley 32387' }];

/**
 * Income tax by regime: on the net, or on income for the special regime. Simplified: the MYPE regime has 10 % up to
 * 15 UIT of yearly net income and 29.5 % above; all of it is taken at 10 % here.
 */
const incomeTax: Readonly<Record<TaxCategory, readonly DatedRate[]>> = {
  general: [{ from: '2017-01-01', value: 0.295, source: 'Ley del Impuesto a la Renta, art. 55 (DL 1261)' }],
  mype: [{ from: '2017-01-01', value: 0.1, source: 'DL 1269, art. 5, primer tramo' }],
  rer: [{ from: '2012-07-01', value: 0.015, source: 'Ley del Impuesto a la Renta, art. 120 (DL 1086)' }],
};

export interface Taxed {
  readonly income: number;
  readonly purchases: number;
  readonly deductions: number;
}

/** IGV and income tax of a month, in soles; `day` is one of the month, `2025-10-01`. */
export function taxOf({ income, purchases, deductions }: Taxed, category: TaxCategory, day: string): number {
  const rate = valueOn(incomeTax[category], day);
  const onSales = Math.max(0, valueOn(salesTax, day) * (income - purchases));
  return onSales + (category === 'rer' ? rate * income : rate * Math.max(0, income - deductions));
}

/** The credit that purchases of a month give against IGV, in soles. */
export function creditOf(purchases: number, day: string): number {
  return valueOn(salesTax, day) * purchases;
}

function valueOn(rates: readonly DatedRate[], day: string): number {
  const rate = rates.findLast(({ from }) => from <= day);
  if (!rate) throw new RangeError(`tax rates begin on ${rates[0].from}; got ${day}.`);
  return rate.value;
}
