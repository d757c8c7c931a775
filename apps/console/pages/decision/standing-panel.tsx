import type { StandingOutcome } from '@rikuy/contracts';
import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../server/client.ts';
import { standingQuery } from '../../server/queries.ts';
import { useMay, useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { OutcomeChip } from '../../ui/outcome-chip.tsx';
import { Section } from '../../ui/section.tsx';
import { useDraft } from '../../ui/use-draft.ts';

/** As short as a reason may be; the server holds to it. */
const shortestReason = 15;

/** The decision as it stands, and for whoever works cases the way to give it another outcome with a reason. */
export function StandingPanel({ decisionId }: { readonly decisionId: string }) {
  const { t } = useTexts();
  const { id, mayOverride = false } = useUseCase();
  const mayWork = useMay('work-cases');
  const standing = useQuery({ ...standingQuery(id, decisionId), enabled: mayOverride });
  if (!mayOverride) return null;
  return (
    <Section title={t('decision.standingTitle')}>
      <Awaited query={standing} height={120}>
        {found => (
          <Stack gap="sm">
            <Standing standing={found} />
            {mayWork && <OverrideForm key={found.outcome} decisionId={decisionId} standing={found} />}
          </Stack>
        )}
      </Awaited>
    </Section>
  );
}

function Standing({ standing: { decided, outcome, overrides } }: { readonly standing: StandingOutcome }) {
  const { t, format } = useTexts();
  const useCase = useUseCase();
  return (
    <>
      <Group gap="xs">
        <Text size="sm">{t('decision.standingNow')}</Text>
        <OutcomeChip useCase={useCase} outcome={outcome} />
      </Group>
      {overrides.length > 0 && (
        <>
          <Text size="sm" role="status">
            {t('decision.overrideDone')}
          </Text>
          <Group gap="xs">
            <Text size="sm">{t('decision.standingFirst')}</Text>
            <OutcomeChip useCase={useCase} outcome={decided} />
          </Group>
        </>
      )}
      {overrides.map(({ number, reason, by, at }) => (
        <div key={number}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {reason}
          </Text>
          <Text size="xs" c="dimmed">
            {t('decision.standingBy', { who: by, when: format.dateTime(at) })}
          </Text>
        </div>
      ))}
    </>
  );
}

interface OverrideFormProps {
  readonly decisionId: string;
  readonly standing: StandingOutcome;
}

function OverrideForm({ decisionId, standing }: OverrideFormProps) {
  const { t, say } = useTexts();
  const { id: useCase, outcomes } = useUseCase();
  const { draft: reason, keep, clear } = useDraft(`override.${decisionId}`, '');
  const [chosen, setChosen] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (outcome: string) =>
      client.override({ params: { useCase, id: decisionId }, body: { outcome, reason: reason.trim() } }),
    onSuccess: changed => {
      clear();
      queryClient.setQueryData(standingQuery(useCase, decisionId).queryKey, changed);
    },
  });
  const isReady = chosen !== null && reason.trim().length >= shortestReason;
  return (
    <Stack gap="xs" className="screen-only">
      <Select
        label={t('decision.overrideTo')}
        data={outcomes
          .filter(({ code }) => code !== standing.outcome)
          .map(({ code, title }) => ({ value: code, label: say(title) }))}
        value={chosen}
        onChange={setChosen}
      />
      <Textarea
        label={t('decision.overrideReason')}
        description={t('decision.overrideReasonHint')}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={event => keep(event.currentTarget.value)}
      />
      {change.error && <FailureNotice error={change.error} />}
      <Button
        variant="default"
        disabled={!isReady}
        loading={change.isPending}
        onClick={() => chosen && change.mutate(chosen)}
      >
        {t('decision.overrideSave')}
      </Button>
    </Stack>
  );
}
