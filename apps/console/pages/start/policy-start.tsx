import { SimpleGrid, Stack } from '@mantine/core';
import { CapacityWhatIf } from './capacity-what-if.tsx';
import { FindingsByOffice } from './findings-by-office.tsx';
import { OutcomeTrend } from './outcome-trend.tsx';
import { StartPage } from './start-page.tsx';

/** Policy makers: where it is going, where it is found, and what more or less capacity would find. */
export function PolicyStart() {
  return (
    <StartPage>
      <Stack gap="md">
        <CapacityWhatIf />
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
          <OutcomeTrend />
          <FindingsByOffice />
        </SimpleGrid>
      </Stack>
    </StartPage>
  );
}
