import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './facts.module.css';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  readonly hint?: string;
}

/** Names and values, two by two. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value, hint }) => (
        <div key={name} className={classes.fact}>
          <dt>
            {name}
            {hint && (
              <Text span size="xs" c="dimmed" display="block">
                {hint}
              </Text>
            )}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
