import type { ModelManifest } from '@rikuy/contracts';
import { Anchor, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { modelQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { Facts } from '../../ui/facts.tsx';
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
          <Facts
            facts={[
              { name: t('start.purpose'), value: say(card.purpose) },
              { name: t('start.users'), value: say(card.users) },
              { name: t('start.data'), value: say(card.data) },
              {
                name: t('start.limits'),
                value: (
                  <List size="sm">
                    {card.limits.map(limit => (
                      <List.Item key={limit.es}>{say(limit)}</List.Item>
                    ))}
                  </List>
                ),
              },
            ]}
          />
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
