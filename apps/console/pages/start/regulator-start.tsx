import { Stack } from '@mantine/core';
import { Approvals } from './approvals.tsx';
import { FairnessByGroup } from './fairness-by-group.tsx';
import { ModelDocument } from './model-document.tsx';
import { StartPage } from './start-page.tsx';

/** Regulators: how approvals and errors fall on groups, how that changed, and the documents. */
export function RegulatorStart() {
  return (
    <StartPage>
      <Stack gap="md">
        <FairnessByGroup />
        <Approvals />
        <ModelDocument />
      </Stack>
    </StartPage>
  );
}
