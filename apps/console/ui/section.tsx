import { Group, Paper, type PaperProps, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface SectionProps extends PaperProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled card; the title names the region for screen readers. */
export function Section({ title, aside, children, ...paper }: SectionProps) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} withBorder p="md" {...paper}>
      <Group justify="space-between" mb="sm" gap="xs" wrap="nowrap" align="start">
        <Title order={2} id={id} fz="md">
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </Paper>
  );
}
