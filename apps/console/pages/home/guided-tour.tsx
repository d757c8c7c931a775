import type { QueueItem, UseCaseDescription } from '@rikuy/contracts';
import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../server/client.ts';
import { useCasesQuery } from '../../server/queries.ts';
import { useMay } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { OutcomeChip } from '../../ui/outcome-chip.tsx';

const remembered = 'rikuy.tour';
/** What is remembered once the tour was put away. */
const put = 'put away';

/** One decision of each use case, step by step, until it is put away; which is remembered on this machine. */
export function GuidedTour() {
  const { t } = useTexts();
  const mayRead = useMay('read-decisions');
  const mayQueue = useMay('read-queue');
  const [step, setStep] = useState(() => stepOf(localStorage.getItem(remembered)));
  const stops = useStops(mayRead && mayQueue && step !== null);
  const goTo = (next: number | null) => {
    localStorage.setItem(remembered, next === null ? put : String(next));
    setStep(next);
  };
  const stop = step === null ? undefined : stops[step];
  if (step === null || !stop) return null;
  const isLast = step === stops.length - 1;
  return (
    <Paper withBorder p="md" mb="md" component="section" aria-labelledby="tour-title" className="screen-only">
      <Stack gap="xs">
        <Title order={2} id="tour-title" fz="md">
          {t('tour.title', { step: step + 1, steps: stops.length })}
        </Title>
        <TourStep key={stop.useCase.id} stop={stop} />
        <Group gap="xs">
          {step > 0 && (
            <Button size="xs" variant="default" onClick={() => goTo(step - 1)}>
              {t('tour.back')}
            </Button>
          )}
          <Button size="xs" onClick={() => goTo(isLast ? null : step + 1)}>
            {isLast ? t('tour.done') : t('tour.next')}
          </Button>
          {!isLast && (
            <Button size="xs" variant="subtle" color="gray" onClick={() => goTo(null)}>
              {t('tour.dismiss')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

/** Null where the tour was put away. */
function stepOf(kept: string | null): number | null {
  return kept === put ? null : Number(kept ?? 0);
}

interface Stop {
  readonly useCase: UseCaseDescription;
  /** The first of its queue. */
  readonly first: QueueItem;
}

/** One stop for each use case that has cases; none until all are known. */
function useStops(isWanted: boolean): readonly Stop[] {
  const { data: useCases = [] } = useQuery(useCasesQuery);
  return useQueries({
    queries: (isWanted ? useCases : []).map(({ id }) => ({
      queryKey: ['tour', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        client.queue({ params: { useCase: id }, query: { limit: 1 } }, signal),
      staleTime: Infinity,
    })),
    combine: results => {
      if (results.some(({ isPending }) => isPending)) return [];
      return results.flatMap(({ data }, position) => {
        const first = data?.items[0];
        return first ? [{ useCase: useCases[position], first }] : [];
      });
    },
  });
}

function TourStep({ stop: { useCase, first } }: { readonly stop: Stop }) {
  const { t, say } = useTexts();
  return (
    <>
      <Text size="sm">
        <b>{say(useCase.title)}.</b> {say(useCase.description)}
      </Text>
      <Group gap="xs">
        <OutcomeChip useCase={useCase} outcome={first.outcome} />
        <Anchor
          renderRoot={props => (
            <Link
              {...props}
              to="/casos/$useCase/decisiones/$id"
              params={{ useCase: useCase.id, id: first.decisionId }}
            />
          )}
        >
          {t('tour.open', { id: first.eventId })}
        </Anchor>
      </Group>
    </>
  );
}
