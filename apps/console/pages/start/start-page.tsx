import type { ReactNode } from 'react';
import { useSession, useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Page } from '../../ui/page.tsx';

interface StartPageProps {
  readonly intro?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every start page: a greeting, and what the use case is about. */
export function StartPage({ intro, actions, children }: StartPageProps) {
  const { t, say } = useTexts();
  const useCase = useUseCase();
  const session = useSession();
  return (
    <Page
      title={t('home.title')}
      heading={t('home.greeting', { name: session?.user.name })}
      intro={intro ?? say(useCase.description)}
      actions={actions}
    >
      {children}
    </Page>
  );
}
