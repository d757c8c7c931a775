import { Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import { useSession, useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { startPageOf } from '../start/start-pages.ts';
import { GuidedTour } from './guided-tour.tsx';

/** The start page of the person's role in this use case, and the tour for whoever is new. */
export function HomePage() {
  const { t } = useTexts();
  const session = useSession();
  const { policyKind } = useUseCase();
  if (!session) return null;
  const Start = startPageOf(session.user.role, policyKind);
  return (
    <Suspense fallback={<Skeleton h={480} aria-busy="true" aria-label={t('common.loading')} role="status" />}>
      <GuidedTour />
      <Start />
    </Suspense>
  );
}
