import { describe, expect, it } from 'vitest';
import { days } from '../../expressions/duration.ts';
import { features } from '../../expressions/words.ts';
import { absentFields, featuresOf } from './lost-features.ts';
import { bindColumns } from './bind-columns.ts';
import { missingColumns } from './missing-columns.ts';
import { parcels } from './parcels.fixture.ts';
import { recordPlan } from './record-plan.ts';

const text = { es: 'x', en: 'x' };
const words = { title: text, description: text, justification: text };
const withFeatures = {
  ...parcels,
  features: features(
    ({ record, past, feature, dividedBy, times }) => ({
      value_twice: { value: times(feature('value_per_kg'), 2), ...words },
      value_per_kg: { value: dividedBy(record('value'), record('weight')), ...words },
      sender_parcels: { value: past({ by: 'sender_ruc', within: days(30) }).count(), ...words },
    }),
    { owner: 'test' },
  ),
};

describe('the features lost without a field', () => {
  it('are those that read it and those that read these, in the order declared', () => {
    expect(featuresOf(withFeatures, 'parcel', 'weight')).toEqual(['value_twice', 'value_per_kg']);
    expect(featuresOf(withFeatures, 'parcel', 'sender_ruc')).toEqual(['sender_parcels']);
    expect(featuresOf(withFeatures, 'parcel', 'fragile')).toEqual([]);
  });

  it('are told for every field that no column feeds, by name, alias or mapping', () => {
    const columns = ['numero', 'ruc', 'Net Mass', 'fecha de envío'];
    const absent = absentFields(withFeatures, 'parcel', { columns, mapping: { 'Net Mass': 'weight' } });
    const names = absent.map(({ field }) => field);
    expect(names).not.toContain('weight');
    expect(names).not.toContain('sender_ruc');
    expect(absent.find(({ field }) => field === 'value')?.lostFeatures).toEqual(['value_twice', 'value_per_kg']);
  });

  it('stand in the message about a column that every record needs', () => {
    const plan = recordPlan(withFeatures, 'parcel');
    const [missing] = missingColumns(plan, bindColumns(plan, ['numero', 'fecha de envío']));
    expect(missing.message.en).toContain('Without it these features are lost: sender_parcels.');
    expect(missing.message.es).toContain('Sin ella se pierden estas variables: sender_parcels.');
  });
});
