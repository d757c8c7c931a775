import { Stack, Text } from '@mantine/core';
import { IconMoodEmpty } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyNoticeProps {
  readonly title: string;
  /** What to do first. */
  readonly detail?: string;
  readonly children?: ReactNode;
}

export function EmptyNotice({ title, detail, children }: EmptyNoticeProps) {
  return (
    <Stack align="center" gap="xs" py="xl" ta="center">
      <IconMoodEmpty size={36} stroke={1.4} aria-hidden color="var(--quiet)" />
      <Text fw={600}>{title}</Text>
      {detail && (
        <Text size="sm" c="dimmed" maw="48ch">
          {detail}
        </Text>
      )}
      {children}
    </Stack>
  );
}
