import { SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { queueSummaryQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { TopOfQueue } from '../home/top-of-queue.tsx';
import { VerdictBalance } from '../home/verdict-balance.tsx';
import { OutcomeTrend } from './outcome-trend.tsx';
import { RulesFired } from './rules-fired.tsx';
import { StartPage } from './start-page.tsx';

/** Analysts and fraud specialists: the queue, the rules that fired, and where it is going. */
export function AnalystStart() {
  const { id } = useUseCase();
  const summary = useQuery(queueSummaryQuery(id));
  return (
    <StartPage>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
          <Awaited query={summary} height={300}>
            {({ day }) => <TopOfQueue day={day} />}
          </Awaited>
          <RulesFired />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
          <OutcomeTrend />
          <Awaited query={summary} height={300}>
            {found => <VerdictBalance summary={found} />}
          </Awaited>
        </SimpleGrid>
      </Stack>
    </StartPage>
  );
}
