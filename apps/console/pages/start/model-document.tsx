import type { ModelManifest } from '@rikuy/contracts';
import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { modelQuery } from '../../server/queries.ts';
import type { ReactNode } from 'react';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { Section } from '../../ui/section.tsx';

/** The documents of the model in force: notice, purpose, users, data, limits, and the way to its figures. */
export function ModelDocument() {
  const { id } = useUseCase();
  const model = useQuery(modelQuery(id, 'champion'));
  return (
    <Awaited query={model} height={240}>
      {manifest => <Document manifest={manifest} />}
    </Awaited>
  );
}

function Document({ manifest: { version, card, policy } }: { readonly manifest: ModelManifest }) {
  const { t, say } = useTexts();
  const useCase = useUseCase();
  return (
    <Section title={t('start.documentsTitle')}>
      <Stack gap="sm">
        {useCase.notice && <Text style={{ whiteSpace: 'pre-line' }}>{say(useCase.notice)}</Text>}
        {card && (
          <>
            <Part title={t('start.purpose')}>{say(card.purpose)}</Part>
            <Part title={t('start.users')}>{say(card.users)}</Part>
            <Part title={t('start.data')}>{say(card.data)}</Part>
            <Part title={t('start.limits')}>
              <List size="sm">
                {card.limits.map(limit => (
                  <List.Item key={limit.es}>{say(limit)}</List.Item>
                ))}
              </List>
            </Part>
          </>
        )}
        {policy && (
          <Text size="sm" c="dimmed">
            {t('decision.tracePolicy')}: {policy.version}
          </Text>
        )}
        <Anchor
          renderRoot={props => (
            <Link {...props} to="/casos/$useCase/modelos/$version" params={{ useCase: useCase.id, version }} />
          )}
        >
          {t('start.wholeModel', { version })}
        </Anchor>
      </Stack>
    </Section>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <Title order={3} fz="sm">
        {title}
      </Title>
      <Text size="sm" component="div" maw="80ch">
        {children}
      </Text>
    </div>
  );
}
