import { labelEntry, type LogEntry, recordEntry } from '@rikuy/engine';
import { smeCredit } from '../sme-credit.ts';
import { applicationOf, monthlyFiguresOf } from './application-records.ts';
import type { GeneratedBook } from './generate-applications.ts';

/** A made-up book as entries of the log, each known when it happened, free of dirt. */
export function generatedEntries({ applications, months }: GeneratedBook): LogEntry[] {
  const figures = months.map(one =>
    recordEntry(smeCredit, monthlyFiguresOf(one), { recordType: 'monthly_figures', knownAt: one.month.end }),
  );
  const decided = applications.flatMap(application => {
    const entry = recordEntry(smeCredit, applicationOf(application), { knownAt: application.time });
    const seen = { ...entry, hidden: { planted_pattern: application.pattern } };
    if (!application.finding) return [seen];
    const { creditWorthy, loss, knownAt } = application.finding;
    return [seen, labelEntry(entry, { label: creditWorthy === 1 ? 0 : 1, amount: loss > 0 ? loss : null }, knownAt)];
  });
  return [...figures, ...decided].toSorted((a, b) => a.knownAt - b.knownAt);
}
