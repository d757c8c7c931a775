const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/**
 * The RUC that these ten digits begin: SUNAT's check digit is 11 less the weighted sum modulo 11, with 10 read as 0
 * and 11 as 1.
 */
export function completeRuc(tenDigits: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(tenDigits[place]), 0);
  return `${tenDigits}${(11 - (sum % 11)) % 10}`;
}
