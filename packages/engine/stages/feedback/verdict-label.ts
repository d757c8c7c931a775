import { randomUUID } from 'node:crypto';
import type { CaseFile, Money, Verdict } from '@rikuy/contracts';
import type { NewVerdict } from '../../ports/case-store.ts';
import type { StoredEntry } from '../../ports/event-log.ts';
import { labelEntry } from '../../use-case/log-entries.ts';

/** What a person says of a case. */
export interface Finding {
  readonly revision: number;
  readonly label: 0 | 1;
  readonly correctedValue: Money | null;
  readonly recovered: Money | null;
  readonly note: string;
}

/**
 * The verdict that a finding makes, and the label that it becomes, known from `at` on. A second verdict corrects the
 * first and names it.
 */
export function verdictOf(
  caseFile: CaseFile,
  entry: StoredEntry,
  finding: Finding,
  { by, at }: { readonly by: string; readonly at: number },
): NewVerdict {
  const verdict: Verdict = {
    id: randomUUID(),
    caseId: caseFile.id,
    label: finding.label,
    correctedValue: finding.correctedValue,
    recovered: finding.recovered,
    note: finding.note,
    verifiedBy: by,
    verifiedAt: at,
    corrects: caseFile.verdicts.at(-1)?.id ?? null,
  };
  const amount = finding.recovered?.amount ?? null;
  const label = labelEntry(entry, { label: finding.label, amount, verifiedBy: by }, at);
  return { verdict, revision: finding.revision, label };
}
