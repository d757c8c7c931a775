import type { Permission } from '@rikuy/contracts';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMay } from '../server/session.ts';
import { useTexts } from '../text/use-texts.ts';
import { EmptyNotice } from './empty-notice.tsx';

interface PermittedProps {
  readonly permission: Permission;
  readonly children: ReactNode;
}

/** A page for those who may see it; the others, who came by an address, are told so and nothing is asked for. */
export function Permitted({ permission, children }: PermittedProps) {
  const { t } = useTexts();
  if (useMay(permission)) return children;
  return <EmptyNotice icon={IconLock} title={t('failure.forbiddenTitle')} detail={t('failure.forbiddenDetail')} />;
}
