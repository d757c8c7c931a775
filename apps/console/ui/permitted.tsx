import type { Permission } from '@rikuy/contracts';
import type { ReactNode } from 'react';
import { useMay } from '../server/session.ts';
import { useTexts } from '../text/use-texts.ts';
import { Page } from './page.tsx';

interface PermittedProps {
  readonly permission: Permission;
  readonly children: ReactNode;
}

/** A page for those who may see it; the others, who came by an address, are told so and nothing is asked for. */
export function Permitted({ permission, children }: PermittedProps) {
  const { t } = useTexts();
  if (useMay(permission)) return children;
  return <Page title={t('failure.forbiddenTitle')} intro={t('failure.forbiddenDetail')} />;
}
