import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './key-figure.module.css';

interface KeyFigureProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly hint?: ReactNode;
}

/** One number that matters, with what it is above and what it means below. */
export function KeyFigure({ label, value, hint }: KeyFigureProps) {
  return (
    <Paper withBorder p="md" className={classes.figure}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text className={classes.value}>{value}</Text>
      {hint && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
    </Paper>
  );
}
