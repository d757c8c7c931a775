import { labelEntry, recordEntry } from '@rikuy/engine';
import { tax } from '../tax.ts';
import type { GeneratedCountry } from './generate-returns.ts';

/** A synthetic country as entries of the log, in the order in which they became known; free of dirt. */
export function historyOf(country: GeneratedCountry) {
  const returns = country.returns.flatMap(({ record, finding, truth }) => {
    const entry = recordEntry(tax, record, { knownAt: record.filing_date });
    const seen = { ...entry, hidden: { planted_pattern: truth.pattern } };
    if (!finding) return [seen];
    const { evasion: label, additionalTax: amount, closedAt } = finding;
    return [seen, labelEntry(entry, { label, amount }, closedAt)];
  });
  const others = [
    ...country.customsRecords.map(record => ['customs_record', record] as const),
    ...country.enforcementActions.map(({ record }) => ['enforcement_action', record] as const),
    ...country.economicIndicators.map(record => ['economic_indicator', record] as const),
  ].map(([recordType, record]) => {
    const knownAt = Number(record[tax.records[recordType].timeField]);
    return recordEntry(tax, record, { recordType, knownAt });
  });
  return [...returns, ...others].toSorted((a, b) => a.knownAt - b.knownAt);
}
