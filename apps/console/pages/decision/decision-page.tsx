import type { DecisionDetail } from '@rikuy/contracts';
import { Button, Grid, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconPrinter } from '@tabler/icons-react';
import { decisionContextQuery, decisionQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { AwaitedPage } from '../../ui/awaited-page.tsx';
import { Awaited } from '../../ui/awaited.tsx';
import { Identifier } from '../../ui/identifier.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import { OutcomeChip } from '../../ui/outcome-chip.tsx';
import { Page } from '../../ui/page.tsx';
import { useDecisionFigures } from '../../ui/decision-figures.ts';
import { ExpectedCosts } from '../../ui/expected-costs.tsx';
import { Section } from '../../ui/section.tsx';
import { EntityHistory } from './entity-history.tsx';
import { HowDecided } from './how-decided.tsx';
import { NearestChange } from './nearest-change.tsx';
import { PricePeers } from './price-peers.tsx';
import { RecordFacts } from './record-facts.tsx';
import { StandingPanel } from './standing-panel.tsx';
import { VerdictPanel } from './verdict-panel.tsx';
import { WaterfallChart } from './waterfall-chart.tsx';
import { Permitted } from '../../ui/permitted.tsx';

const page = getRouteApi('/shell/casos/$useCase/decisiones/$id');

/** One decision on one screen: what, why, against what, and what people found. */
export function DecisionPage() {
  return (
    <Permitted permission="read-decisions">
      <AwaitedDecision />
    </Permitted>
  );
}

function AwaitedDecision() {
  const { say } = useTexts();
  const { id } = page.useParams();
  const useCase = useUseCase();
  const detail = useQuery(decisionQuery(useCase.id, id));
  return (
    <AwaitedPage title={say(useCase.record.title)} query={detail}>
      {found => <Decision key={id} detail={found} />}
    </AwaitedPage>
  );
}

function Decision({ detail }: { readonly detail: DecisionDetail }) {
  const { t, say } = useTexts();
  const useCase = useUseCase();
  const { veredicto } = page.useSearch();
  const { decision } = detail;
  const context = useQuery(decisionContextQuery(useCase.id, decision.id));
  return (
    <Page
      title={t('decision.title', { record: say(useCase.record.title), id: decision.eventId })}
      heading={<DecisionHeading detail={detail} />}
      actions={<PrintButton />}
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="md">
            <OneSentence detail={detail} />
            <DecisionFigures detail={detail} />
            <Costs detail={detail} />
            <WaterfallChart detail={detail} />
            <NearestChange decisionId={decision.id} />
            <Awaited query={context} height={260}>
              {found => (
                <>
                  <PricePeers peers={found.peers} eventId={decision.eventId} />
                  <EntityHistory context={found} decision={decision} />
                </>
              )}
            </Awaited>
            <RecordFacts record={detail.record} />
            <HowDecided decision={decision} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="md">
            <StandingPanel decisionId={decision.id} />
            <VerdictPanel caseId={detail.caseId} isWanted={veredicto === 'abrir'} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function DecisionHeading({ detail: { decision } }: { readonly detail: DecisionDetail }) {
  const useCase = useUseCase();
  return (
    <Group gap="sm">
      <OutcomeChip useCase={useCase} outcome={decision.outcome} large />
      <Identifier>{decision.eventId}</Identifier>
    </Group>
  );
}

function OneSentence({ detail: { summary } }: { readonly detail: DecisionDetail }) {
  const { say } = useTexts();
  return (
    <Paper withBorder p="md">
      <Text fz="lg" lh={1.45} style={{ textWrap: 'pretty' }}>
        {say(summary)}
      </Text>
    </Paper>
  );
}

function DecisionFigures({ detail: { decision } }: { readonly detail: DecisionDetail }) {
  const figures = useDecisionFigures(decision);
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
      {figures.map(({ name, value, hint }) => (
        <KeyFigure key={name} label={name} value={value} hint={hint} />
      ))}
    </SimpleGrid>
  );
}

/** What each outcome would cost, where the policy weighs costs. */
function Costs({ detail: { decision } }: { readonly detail: DecisionDetail }) {
  const { t } = useTexts();
  if (decision.assessment?.kind !== 'thresholds') return null;
  return (
    <Section title={t('decision.costsTitle')}>
      <ExpectedCosts decision={decision} />
    </Section>
  );
}

function PrintButton() {
  const { t } = useTexts();
  return (
    <Button
      className="screen-only"
      variant="default"
      size="xs"
      leftSection={<IconPrinter size={16} aria-hidden />}
      onClick={() => globalThis.print()}
    >
      {t('common.print')}
    </Button>
  );
}
