import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useTexts } from '../text/use-texts.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';

/** While a page's code or session is on its way. */
export function PendingPage() {
  const { t } = useTexts();
  return (
    <Stack p="lg" aria-busy="true" aria-label={t('common.loading')}>
      <Skeleton h={28} w={220} />
      <Skeleton h={120} />
      <Skeleton h={260} />
    </Stack>
  );
}

export function CrashPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTexts();
  return (
    <Stack p="lg" maw={640} mx="auto">
      <Title order={1}>{t('failure.crashTitle')}</Title>
      <Text>{t('failure.crashDetail')}</Text>
      <FailureNotice error={error} onRetry={reset} />
    </Stack>
  );
}

/** An address that leads nowhere. */
export function MissingPage() {
  return (
    <main>
      <MissingNotice />
    </main>
  );
}

export function MissingNotice() {
  const { t } = useTexts();
  return (
    <Stack p="lg" maw={640} mx="auto" align="start">
      <Title order={1}>{t('failure.noPageTitle')}</Title>
      <Text>{t('failure.noPageDetail')}</Text>
      <Group>
        <Button component={Link} to="/">
          {t('failure.goHome')}
        </Button>
      </Group>
    </Stack>
  );
}
