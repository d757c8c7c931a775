import type { UseCaseDescription } from '@rikuy/contracts';
import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { queueQuery, useCasesQuery } from '../../server/queries.ts';
import { useMay } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { OutcomeChip } from '../../ui/outcome-chip.tsx';

const remembered = 'rikuy.tour';

/** One decision of each use case, step by step, until it is put away; which is remembered on this machine. */
export function GuidedTour() {
  const { t } = useTexts();
  const mayRead = useMay('read-decisions');
  const mayQueue = useMay('read-queue');
  const { data: useCases = [] } = useQuery(useCasesQuery);
  const [step, setStep] = useState(() => Number(localStorage.getItem(remembered) ?? 0));
  const goTo = (next: number) => {
    localStorage.setItem(remembered, String(next));
    setStep(next);
  };
  const useCase = useCases[step];
  if (!mayRead || !mayQueue || !useCase) return null;
  const isLast = step === useCases.length - 1;
  return (
    <Paper withBorder p="md" mb="md" component="section" aria-labelledby="tour-title" className="screen-only">
      <Stack gap="xs">
        <Title order={2} id="tour-title" fz="md">
          {t('tour.title', { step: step + 1, steps: useCases.length })}
        </Title>
        <TourStep key={useCase.id} useCase={useCase} />
        <Group gap="xs">
          {step > 0 && (
            <Button size="xs" variant="default" onClick={() => goTo(step - 1)}>
              {t('tour.back')}
            </Button>
          )}
          <Button size="xs" onClick={() => goTo(step + 1)}>
            {isLast ? t('tour.done') : t('tour.next')}
          </Button>
          {!isLast && (
            <Button size="xs" variant="subtle" color="gray" onClick={() => goTo(useCases.length)}>
              {t('tour.dismiss')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

function TourStep({ useCase }: { readonly useCase: UseCaseDescription }) {
  const { t, say } = useTexts();
  const { data: first } = useInfiniteQuery({
    ...queueQuery(useCase.id, {}, 1),
    select: ({ pages }) => pages[0]?.items[0] ?? null,
  });
  return (
    <>
      <Text size="sm">
        <b>{say(useCase.title)}.</b> {say(useCase.description)}
      </Text>
      {first && (
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
      )}
    </>
  );
}
