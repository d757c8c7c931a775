import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

interface PageProps {
  readonly title: string;
  readonly heading?: ReactNode;
  readonly intro?: ReactNode;
  /** Stands to the right of the title. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** One page: its title in the tab and on the screen, its actions, its content. */
export function Page({ title, heading, intro, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Rikuy`;
  }, [title]);
  return (
    <Stack gap="md" maw={1440} mx="auto">
      <Group justify="space-between" align="end" gap="sm">
        <div>
          <Title order={1}>{heading ?? title}</Title>
          {intro && (
            <Text c="dimmed" size="sm" maw="68ch">
              {intro}
            </Text>
          )}
        </div>
        {actions}
      </Group>
      {children}
    </Stack>
  );
}
