import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useUseCase } from '../server/session.ts';

interface FeatureLinkProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** A way to the definition of a feature. */
export function FeatureLink({ name, children }: FeatureLinkProps) {
  const { id } = useUseCase();
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={props => <Link {...props} to="/casos/$useCase/variables/$name" params={{ useCase: id, name }} />}
    >
      {children}
    </Anchor>
  );
}
