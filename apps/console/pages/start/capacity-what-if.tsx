import type { ModelManifest } from '@rikuy/contracts';
import { SimpleGrid, Slider, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { modelQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import { Section } from '../../ui/section.tsx';
import { foundAt } from './lift-at.ts';

/** The slider goes at least this far. */
const leastRange = 0.3;

/** What another capacity would find, by the validation curve of the model in force. */
export function CapacityWhatIf() {
  const { id } = useUseCase();
  const model = useQuery(modelQuery(id, 'champion'));
  return (
    <Awaited query={model} height={220}>
      {manifest => <WhatIf manifest={manifest} />}
    </Awaited>
  );
}

function WhatIf({ manifest }: { readonly manifest: ModelManifest }) {
  const { t, format } = useTexts();
  const { capacityShare, evaluations, chosen } = manifest;
  const evaluation = evaluations.find(({ model }) => model === chosen) ?? evaluations[0];
  const now = Math.min(1, capacityShare);
  const most = Math.min(1, Math.max(leastRange, 1.5 * now));
  const [share, setShare] = useState(now);
  const [then, today] = [foundAt(evaluation, share), foundAt(evaluation, now)];
  const against = (value: number, other: number) =>
    t('start.whatIfToday', { value: format.share(other), more: signed(value - other) });
  const signed = (difference: number) =>
    `${difference < 0 ? '−' : '+'}${format.decimal(Math.abs(difference) * 100, 1)}`;
  return (
    <Section title={t('start.whatIfTitle')}>
      <Text size="sm">{t('start.whatIfShare', { share: format.share(share, 1) })}</Text>
      <Slider
        thumbLabel={t('start.whatIfSlider')}
        min={0.005}
        max={most}
        step={0.005}
        value={share}
        onChange={setShare}
        label={value => format.share(value, 1)}
        marks={[{ value: now, label: t('start.whatIfNow') }]}
        mt="xs"
        mb="xl"
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <KeyFigure
          label={t('models.recall')}
          value={format.share(then.recall)}
          hint={against(then.recall, today.recall)}
        />
        <KeyFigure
          label={t('models.precision')}
          value={format.share(then.precision)}
          hint={against(then.precision, today.precision)}
        />
        <KeyFigure
          label={t('start.whatIfMoney')}
          value={format.share(then.revenueShare)}
          hint={against(then.revenueShare, today.revenueShare)}
        />
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt="sm">
        {t('start.whatIfNote', {
          rows: format.integer(evaluation.rows),
          positives: format.integer(evaluation.positives),
        })}
      </Text>
    </Section>
  );
}
