import { SimpleGrid, Text } from '@mantine/core';
import { useMay, useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { LinkCard } from '../../ui/link-card.tsx';
import { StartPage } from '../start/start-page.tsx';

/** The start page of roles that do not work the queue. */
export function WhatYouMayDo() {
  return (
    <StartPage>
      <Ways />
    </StartPage>
  );
}

/** The ways to what the role may do here. */
export function Ways() {
  const { t } = useTexts();
  const useCase = useUseCase();
  const may = {
    consult: useMay('score'),
    models: useMay('read-models'),
    data: useMay('read-data'),
  };
  const params = { useCase: useCase.id };
  return (
    <>
      <Text fw={600}>{t('home.noQueueTitle')}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
        {may.consult && (
          <LinkCard to="/casos/$useCase/consultar" params={params}>
            <Way title={t('nav.consult')} hint={t('home.consultHint')} />
          </LinkCard>
        )}
        {may.models && (
          <LinkCard to="/casos/$useCase/modelos" params={params}>
            <Way title={t('nav.models')} hint={t('home.modelsHint')} />
          </LinkCard>
        )}
        <LinkCard to="/casos/$useCase/variables" params={params}>
          <Way title={t('nav.features')} hint={t('home.featuresHint')} />
        </LinkCard>
        {may.data && (
          <LinkCard to="/casos/$useCase/datos" params={params}>
            <Way title={t('nav.data')} hint={t('home.dataHint')} />
          </LinkCard>
        )}
      </SimpleGrid>
    </>
  );
}

function Way({ title, hint }: { readonly title: string; readonly hint: string }) {
  return (
    <>
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    </>
  );
}
