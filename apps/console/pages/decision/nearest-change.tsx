import { useQuery } from '@tanstack/react-query';
import { counterfactualQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { Section } from '../../ui/section.tsx';
import { WhatWouldChange } from '../../ui/what-would-change.tsx';

/** What would change a decision, where the use case says what the person concerned can change. */
export function NearestChange({ decisionId }: { readonly decisionId: string }) {
  const { t } = useTexts();
  const { id, changeable = [] } = useUseCase();
  const change = useQuery({ ...counterfactualQuery(id, decisionId), enabled: changeable.length > 0 });
  if (changeable.length === 0) return null;
  return (
    <Section title={t('change.title')}>
      <Awaited query={change} height={180}>
        {found => <WhatWouldChange found={found} />}
      </Awaited>
    </Section>
  );
}
