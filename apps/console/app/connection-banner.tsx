import { Box } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useTexts } from '../text/use-texts.ts';

/** Says so, for as long as the machine has no network. */
export function ConnectionBanner() {
  const { t } = useTexts();
  const { online } = useNetwork();
  return (
    <div role="status" aria-live="polite">
      {!online && (
        <Box
          pos="fixed"
          bottom={0}
          left={0}
          right={0}
          p="xs"
          ta="center"
          bg="dark.9"
          c="white"
          fz="sm"
          style={{ zIndex: 400 }}
        >
          {t('failure.offlineBanner')}
        </Box>
      )}
    </div>
  );
}
