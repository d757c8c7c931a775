import type { DecisionDetail, ScoreAnswer } from '@rikuy/contracts';
import { Alert, Box, Button, Divider, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client } from '../../server/client.ts';
import { failureOf } from '../../server/failure.ts';
import { previewChangeQuery } from '../../server/queries.ts';
import { useMay, useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { useDecisionFigures } from '../../ui/decision-figures.ts';
import { ExpectedCosts } from '../../ui/expected-costs.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { OutcomeChip } from '../../ui/outcome-chip.tsx';
import { ReasonSentences } from '../../ui/reason-list.tsx';
import { Section } from '../../ui/section.tsx';
import { WhatWouldChange } from '../../ui/what-would-change.tsx';
import classes from './answer-panel.module.css';
import { type Entry, missingFields, recordOf } from './record-entry.ts';

interface AnswerPanelProps {
  readonly entry: Entry;
  readonly preview: UseQueryResult<DecisionDetail>;
  readonly isComplete: boolean;
  /** Whether what is shown belongs to what stood in the form a moment ago. */
  readonly isStale: boolean;
}

/** The answer beside the form, following it, and the button that makes it count. */
export function AnswerPanel({ entry, preview, isComplete, isStale }: AnswerPanelProps) {
  const { t } = useTexts();
  const { data, error } = preview;
  return (
    <Box className={classes.panel}>
      <Section title={t('consult.answer')}>
        <Stack gap="md" aria-live="polite">
          {!isComplete && <Missing entry={entry} />}
          {isComplete && error && <PreviewFailure preview={preview} />}
          {isComplete && !error && data && (
            <div className={classes.answer} data-stale={isStale || undefined} aria-busy={isStale}>
              <Answer detail={data} />
            </div>
          )}
          {isComplete && !error && <Submit key={JSON.stringify(entry)} entry={entry} isReady={!isStale} />}
        </Stack>
      </Section>
    </Box>
  );
}

function Missing({ entry }: { readonly entry: Entry }) {
  const { t, say } = useTexts();
  const missing = missingFields(useUseCase().record, entry);
  return (
    <>
      <Text>{t('consult.answerEmpty')}</Text>
      <Text size="sm" c="dimmed">
        {t('consult.missing', { count: missing.length, names: missing.map(({ title }) => say(title)).join(', ') })}
      </Text>
    </>
  );
}

function PreviewFailure({ preview }: Pick<AnswerPanelProps, 'preview'>) {
  const { t, language } = useTexts();
  const hasFields = failureOf(preview.error, language).fields.length > 0;
  return (
    <>
      {hasFields && <Text>{t('consult.wrong')}</Text>}
      <FailureNotice error={preview.error} onRetry={() => void preview.refetch()} />
    </>
  );
}

function Answer({ detail }: { readonly detail: DecisionDetail }) {
  const { t, say } = useTexts();
  const useCase = useUseCase();
  const figures = useDecisionFigures(detail.decision);
  const { decision, explanation, summary } = detail;
  const reasons = decision.reasons.length > 0 ? decision.reasons : explanation.parts;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <OutcomeChip useCase={useCase} outcome={decision.outcome} large />
        <Text size="sm" c="dimmed">
          {t('consult.preview')}
        </Text>
      </Group>
      <Text>{say(summary)}</Text>
      <dl className={classes.figures}>
        {figures.map(({ name, value }) => (
          <Figure key={name} name={name} value={value} />
        ))}
      </dl>
      <ExpectedCosts decision={decision} />
      <Text size="sm" fw={600}>
        {t('consult.reasons')}
      </Text>
      <ReasonSentences reasons={reasons} />
      <PreviewChange record={detail.record} />
    </Stack>
  );
}

/** What would change the answer, where the use case says what the person concerned can change. */
function PreviewChange({ record }: Pick<DecisionDetail, 'record'>) {
  const { t } = useTexts();
  const { id, changeable = [] } = useUseCase();
  const change = useQuery({ ...previewChangeQuery(id, record), enabled: changeable.length > 0 });
  if (changeable.length === 0) return null;
  return (
    <>
      <Divider />
      <Text size="sm" fw={600}>
        {t('change.title')}
      </Text>
      <Awaited query={change} height={90}>
        {found => <WhatWouldChange found={found} />}
      </Awaited>
    </>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface SubmitProps {
  readonly entry: Entry;
  readonly isReady: boolean;
}

function Submit({ entry, isReady }: SubmitProps) {
  const { t } = useTexts();
  const useCase = useUseCase();
  const decide = useMutation({
    mutationFn: () =>
      client.score({ params: { useCase: useCase.id }, body: { record: recordOf(useCase.record, entry) } }),
  });
  return (
    <>
      <Divider />
      {decide.data ? (
        <Decided answer={decide.data} />
      ) : (
        <div>
          <Button fullWidth disabled={!isReady} loading={decide.isPending} onClick={() => decide.mutate()}>
            {t('consult.submit')}
          </Button>
          <Text size="xs" c="dimmed" mt={4}>
            {t('consult.submitHint')}
          </Text>
        </div>
      )}
      {decide.error && <FailureNotice error={decide.error} onRetry={() => decide.mutate()} />}
    </>
  );
}

function Decided({ answer }: { readonly answer: ScoreAnswer }) {
  const { t } = useTexts();
  const useCase = useUseCase();
  const mayRead = useMay('read-decisions');
  return (
    <Alert color="water" variant="light" title={t('consult.decided')}>
      <Group gap="sm">
        <OutcomeChip useCase={useCase} outcome={answer.outcome} />
        <span className="identifier">{answer.eventId}</span>
      </Group>
      {answer.repeated && (
        <Text size="sm" mt="xs">
          {t('consult.repeated')}
        </Text>
      )}
      {mayRead && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          renderRoot={props => (
            <Link {...props} to="/casos/$useCase/decisiones/$id" params={{ useCase: useCase.id, id: answer.id }} />
          )}
        >
          {t('consult.open')}
        </Button>
      )}
    </Alert>
  );
}
