import type { Bilingual, Unit } from '@rikuy/contracts';
import { days, type Expression, features, type ReasonText } from '@rikuy/engine';
import { text } from './claim.ts';

const year = days(365);
type Told = readonly [title: Bilingual, justification: Bilingual, pattern?: string | null];
const stake: Told = [text('Monto reclamado', 'Amount claimed'), text('Es lo que está en juego.', 'It is at stake.')];
const share: Told = [text('Parte de la suma', 'Share of the sum'), text('Casi toda es raro.', 'Nearly all is rare.')];
const age: Told = [text('Días asegurado', 'Days insured'), text('Se asegura lo roto.', 'It was broken.'), 'new_policy'];
const ring: Told = [text('Fraude del taller', "Workshop's fraud"), text('Recurre.', 'It recurs.'), 'workshop_ring'];
const often: Told = [text('Siniestros en un año', 'Claims in a year'), text('Muchos son raros.', 'Many are rare.')];
const told = (value: Expression, unit: Unit, [title, justification, pattern = null]: Told) =>
  ({ value, unit, title, description: title, justification, pattern }) as const;

export const claimFeatures = features(
  ({ record, past, label, daysBetween, dividedBy }) => ({
    amount: told(record('amount'), 'PEN', stake),
    share_of_sum: told(dividedBy(record('amount'), record('sum_insured')), 'share', share),
    days_insured: told(daysBetween(record('insured_since'), record('reported_on')), 'days', age),
    workshop_fraud_rate: told(label('fraudulent').rate({ by: 'workshop_id', prior: 20, within: year }), 'share', ring),
    policy_claims_365d: told(past({ by: 'policy_id', within: year }).count(), 'count', often),
  }),
  { owner: 'examples' },
);

/** The figure and what is usual: one sentence serves for raising and lowering. */
const reasonOf = ({ es, en }: Bilingual): ReasonText => {
  const sentence = text(`${es}: {value} (lo habitual, {usual}).`, `${en}: {value} (usual is {usual}).`);
  return { raises: sentence, lowers: sentence, short: { es, en } };
};
export const reasons = Object.fromEntries(claimFeatures.map(({ name, title }) => [name, reasonOf(title)]));
