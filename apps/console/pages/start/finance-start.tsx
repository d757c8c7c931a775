import type { QueueItem, UseCaseDescription } from '@rikuy/contracts';
import { Anchor, SimpleGrid, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { BarRow } from '../../charts/bar-row.tsx';
import { amountAtStake, casesByEntity, useRecentCases } from '../../casework/recent-cases.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { ChartFrame } from '../../ui/chart-frame.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import { OutcomeTrend } from './outcome-trend.tsx';
import { StartPage } from './start-page.tsx';

/** Finance managers: the money that waits on somebody, and by whom it was moved. */
export function FinanceStart() {
  const { t } = useTexts();
  const { id } = useUseCase();
  const recent = useRecentCases(id, { days: 30 });
  return (
    <StartPage>
      <Stack gap="md">
        <Awaited query={recent} height={360}>
          {items =>
            items.length === 0 ? (
              <EmptyNotice title={t('queue.emptyDayTitle')} detail={t('queue.emptyDayDetail')} />
            ) : (
              <>
                <MoneyByOutcome items={items} />
                <ByEntity items={items} />
              </>
            )
          }
        </Awaited>
        <OutcomeTrend />
      </Stack>
    </StartPage>
  );
}

/** What is open by outcome: cases, and the money they are about. */
function MoneyByOutcome({ items }: { readonly items: readonly QueueItem[] }) {
  const { t, say, format } = useTexts();
  const { outcomes, currency } = useUseCase();
  const open = items.filter(({ status }) => status !== 'closed');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      {workedOutcomes(outcomes).map(({ code, title }) => {
        const own = open.filter(({ outcome }) => outcome === code);
        const amount = own.reduce((sum, item) => sum + amountAtStake(item).amount, 0);
        return (
          <KeyFigure
            key={code}
            label={t('start.moneyOpen', { outcome: say(title) })}
            value={format.roundMoney({ amount, currency })}
            hint={t('start.openCases', { count: own.length })}
          />
        );
      })}
    </SimpleGrid>
  );
}

function workedOutcomes(outcomes: UseCaseDescription['outcomes']) {
  return outcomes.filter(({ worked }) => worked);
}

function ByEntity({ items }: { readonly items: readonly QueueItem[] }) {
  const { t, say, format } = useTexts();
  const useCase = useUseCase();
  const entity = useCase.record.fields.find(({ name }) => name === useCase.entityField);
  const title = entity ? say(entity.title) : useCase.entityField;
  const entities = casesByEntity(items);
  const most = entities[0]?.amount || 1;
  const inMoney = (amount: number) => format.roundMoney({ amount, currency: useCase.currency });
  return (
    <ChartFrame
      question={t('start.byEntityTitle', { entity: title })}
      columns={[
        { title, value: row => row.entity },
        { title: t('start.cases'), value: row => row.cases, numeric: true },
        { title: t('decision.atStake'), value: row => row.amount, text: row => inMoney(row.amount), numeric: true },
      ]}
      rows={entities}
      file={`${useCase.id}-by-entity`}
    >
      {entities.slice(0, 10).map(({ entity: name, cases, amount, latest }) => (
        <BarRow
          key={name}
          title={
            <Anchor
              className="identifier"
              renderRoot={props => (
                <Link
                  {...props}
                  to="/casos/$useCase/decisiones/$id"
                  params={{ useCase: useCase.id, id: latest.decisionId }}
                />
              )}
            >
              {name}
            </Anchor>
          }
          hint={t('start.caseCount', { count: cases })}
          value={amount / most}
          text={inMoney(amount)}
        />
      ))}
    </ChartFrame>
  );
}
