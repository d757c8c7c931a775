import type { QueueSummary } from '@rikuy/contracts';
import { BarRow } from '../../charts/bar-row.tsx';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { ChartFrame } from '../../ui/chart-frame.tsx';
import { OutcomeChip } from '../../ui/outcome-chip.tsx';

/** The day's cases by outcome, where no capacity divides them. */
export function OutcomesOfDay({ summary: { outcomes: counts } }: { readonly summary: QueueSummary }) {
  const { t, say, format } = useTexts();
  const useCase = useUseCase();
  const worked = useCase.outcomes.filter(({ worked: isWorked }) => isWorked);
  const most = Math.max(1, ...Object.values(counts));
  return (
    <ChartFrame
      question={t('home.outcomesTitle')}
      columns={[
        { title: t('home.columnOutcome'), value: row => row.code, text: row => say(row.title) },
        { title: t('home.columnWaiting'), value: row => counts[row.code] ?? 0, numeric: true },
      ]}
      rows={worked}
      file={`${useCase.id}-outcomes`}
    >
      {worked.map(({ code }) => (
        <BarRow
          key={code}
          title={<OutcomeChip useCase={useCase} outcome={code} />}
          hint={t('home.outcomeCases', { count: counts[code] ?? 0 })}
          value={(counts[code] ?? 0) / most}
          text={format.integer(counts[code] ?? 0)}
        />
      ))}
    </ChartFrame>
  );
}
