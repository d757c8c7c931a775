import type { CaseFile, Verdict } from '@rikuy/contracts';
import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCircleCheck } from '@tabler/icons-react';
import { queueSummaryQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';

/** The verdict in force, that it counts, and the ones it corrected. */
export function CountedVerdict({ caseFile }: { readonly caseFile: CaseFile }) {
  const { t, format } = useTexts();
  const [latest, ...earlier] = caseFile.verdicts.toReversed();
  const { data: summary } = useQuery(queueSummaryQuery(caseFile.useCase, { day: caseFile.day }));
  if (!latest) return null;
  return (
    <Stack gap="sm">
      <Alert
        role="status"
        color="water"
        variant="light"
        icon={<IconCircleCheck aria-hidden />}
        title={t('verdict.counted')}
      >
        <VerdictFacts verdict={latest} />
        <Text size="xs" c="dimmed" mt="xs">
          {t('verdict.countedDetail')}
        </Text>
        {summary && (
          <Text size="xs" c="dimmed">
            {t('verdict.countedDay', {
              verdicts: format.integer(summary.verdicts),
              confirmed: format.integer(summary.confirmed),
              amount: format.money(summary.recovered),
            })}
          </Text>
        )}
      </Alert>
      {earlier.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {t('verdict.history')}
          </Text>
          {earlier.map(verdict => (
            <VerdictFacts key={verdict.id} verdict={verdict} />
          ))}
        </div>
      )}
    </Stack>
  );
}

function VerdictFacts({ verdict }: { readonly verdict: Verdict }) {
  const { t, say, format } = useTexts();
  const { label } = useUseCase();
  const { correctedValue, recovered, note, verifiedBy, verifiedAt } = verdict;
  return (
    <>
      <Text fw={600}>{say(verdict.label === 1 ? label.positive : label.negative)}</Text>
      {correctedValue && (
        <Text size="sm">
          {t('verdict.corrected')}: {format.money(correctedValue)}
        </Text>
      )}
      {recovered && (
        <Text size="sm">
          {t('verdict.recovered')}: {format.money(recovered)}
        </Text>
      )}
      {note && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {note}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('verdict.by', { who: verifiedBy, when: format.dateTime(verifiedAt) })}
      </Text>
    </>
  );
}
