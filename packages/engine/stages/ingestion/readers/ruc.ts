const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const prefixes = new Set(['10', '15', '16', '17', '20']);

export type RucFault = 'digits' | 'prefix' | 'check-digit';

/**
 * What is wrong with a RUC, Peru's taxpayer number; null when nothing is. Eleven digits, the first two the kind of
 * taxpayer, the last a check digit: 11 less the weighted sum modulo 11, with 10 read as 0 and 11 as 1.
 */
export function rucFault(text: string): RucFault | null {
  if (!/^\d{11}$/.test(text)) return 'digits';
  if (!prefixes.has(text.slice(0, 2))) return 'prefix';
  return Number(text[10]) === checkDigit(text) ? null : 'check-digit';
}

function checkDigit(text: string): number {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  return (11 - (sum % 11)) % 10;
}
