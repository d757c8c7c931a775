import type { Bilingual, Unit } from '@rikuy/contracts';
import type { FeatureInput } from './feature-input.ts';
import { fieldOrExpression, type FieldOrExpression } from './key.ts';
import { type Past, past } from './operators/past.ts';

/** The last events of a key, up to this one, as inputs of a sequence network. */
export interface SequenceInput extends Omit<FeatureInput, 'value' | 'kind' | 'unit' | 'replaces'> {
  /** Whose events, and how far back. */
  readonly events: Omit<Past, 'of' | 'matching'>;
  /** How many events, this one included. */
  readonly steps: number;
  /** What is told of each event: numbers of its record. */
  readonly channels: Readonly<Record<string, SequenceChannel>>;
}

export interface SequenceChannel {
  readonly value: FieldOrExpression;
  readonly title: Bilingual;
  readonly unit?: Unit;
}

/**
 * A feature that is a sequence: steps × channels numbers, each a feature of its own name, `name_channel_1` (the oldest)
 * to `name_channel_N` (this event), as the sequence network of the learning library reads them. Steps before the first
 * event of the key are missing.
 *
 * ```ts
 * features(({ record, hour, eventTime }) => ({
 *   ...sequence('last_payments', {
 *     events: { by: 'account', within: days(90) },
 *     steps: 10,
 *     channels: { amount: { value: 'amount', title: … }, hour: { value: hour(eventTime()), title: … } },
 *     title: …, description: …, justification: …,
 *   }),
 * }), { owner });
 * ```
 */
export function sequence(name: string, written: SequenceInput): Readonly<Record<string, FeatureInput>> {
  const { events, steps, channels, ...told } = written;
  const entries = Object.entries(channels).flatMap(([channel, { value, title, unit }]) =>
    Array.from({ length: steps }, (_, i): [string, FeatureInput] => [
      `${name}_${channel}_${i + 1}`,
      {
        ...told,
        value: i + 1 === steps ? fieldOrExpression(value) : past(events).recent(value, steps - 1 - i),
        ...(unit && { unit }),
        title: stepTitle(told.title, title, [i + 1, steps]),
        sequence: { name, channel, step: i + 1, steps },
      },
    ]),
  );
  return Object.fromEntries(entries);
}

function stepTitle(title: Bilingual, channel: Bilingual, [step, steps]: readonly [number, number]): Bilingual {
  return {
    es: `${title.es}: ${channel.es}, ${step} de ${steps}`,
    en: `${title.en}: ${channel.en}, ${step} of ${steps}`,
  };
}
