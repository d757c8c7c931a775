import type { Counterfactual } from '@rikuy/contracts';
import { Group, List, Stack, Text } from '@mantine/core';
import { fieldText } from '../format/field-value.ts';
import { useUseCase } from '../server/session.ts';
import { useTexts } from '../text/use-texts.ts';
import { OutcomeChip } from './outcome-chip.tsx';

/** What weighs against a record, and the nearest change that would be approved. */
export function WhatWouldChange({ found }: { readonly found: Counterfactual }) {
  const { t, say, format } = useTexts();
  const useCase = useUseCase();
  const { status, adverse, changes, after } = found;
  if (status === 'favourable') return <Text>{t('change.favourable')}</Text>;
  return (
    <Stack gap="sm">
      {adverse.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {t('change.adverse')}
          </Text>
          <List type="ordered" size="sm">
            {adverse.map(reason => (
              <List.Item key={reason.code}>{say(reason.text)}</List.Item>
            ))}
          </List>
        </div>
      )}
      <Text size="sm" fw={600}>
        {changes.length === 0 ? t('change.none') : status === 'found' ? t('change.found') : t('change.outOfReach')}
      </Text>
      {changes.length > 0 && (
        <>
          <Changes found={found} />
          <Group gap="xs">
            <Text size="sm">{t('change.after')}</Text>
            <OutcomeChip useCase={useCase} outcome={after.outcome} />
            <Text size="sm" c="dimmed">
              {after.points === null ? format.share(after.score, 1) : format.integer(after.points)}
            </Text>
          </Group>
        </>
      )}
    </Stack>
  );
}

function Changes({ found: { changes, record } }: { readonly found: Counterfactual }) {
  const texts = useTexts();
  const { record: declaration } = useUseCase();
  const valueOf = (name: string, value: number) => {
    const field = declaration.fields.find(other => other.name === name);
    return field ? fieldText(field, { ...record, [name]: value }, texts) : texts.format.plain(value);
  };
  return (
    <List size="sm">
      {changes.map(({ field, from, to, text }) => (
        <List.Item key={field}>
          {texts.say(text)}{' '}
          <Text span size="xs" c="dimmed">
            {texts.t('change.fromTo', { from: valueOf(field, from), to: valueOf(field, to) })}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
