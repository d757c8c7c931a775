import { booleanField, type Field, moneyField, RikuyError, timeField } from '@rikuy/contracts';
import type { UseCase } from '../../use-case/use-case.ts';
import { fieldReader } from './readers/field-reader.ts';
import type { FieldReader } from './reading.ts';
import { plain } from './spelling.ts';

/** How to read one type of record of a use case: made once, used for every record. */
export interface RecordPlan {
  readonly useCase: UseCase;
  readonly recordType: string;
  readonly timeField: string;
  /** The record's fields in their order, then those of the label if this type of record is labelled. */
  readonly slots: readonly Slot[];
  /** The zone of the time field: days of this record begin at its midnight. */
  readonly zone: string;
  /** By plain spelling: which slot a column feeds, and how directly it is named; less is more direct. */
  readonly columns: ReadonlyMap<string, ColumnTarget>;
  readonly currencies: ReadonlySet<string>;
  /** True for a file of labels alone: the identity of the record, and the label's columns. */
  readonly isOfLabels: boolean;
}

/** One value to read. */
export interface Slot {
  readonly field: Field;
  readonly read: FieldReader;
  readonly isRequired: boolean;
  /** Which part of the label it is; null for a field of the record. */
  readonly label: 'label' | 'knownAt' | 'amount' | null;
}

export interface ColumnTarget {
  readonly slot: number;
  readonly rank: number;
}

const plans = new WeakMap<UseCase, Map<string, RecordPlan>>();

/** @throws RikuyError `invalid-request` when the use case has no such type of record */
export function recordPlan(useCase: UseCase, recordType: string): RecordPlan {
  const known = plans.get(useCase) ?? new Map<string, RecordPlan>();
  plans.set(useCase, known);
  const plan = known.get(recordType) ?? makePlan(useCase, recordType);
  known.set(recordType, plan);
  return plan;
}

function makePlan(useCase: UseCase, recordType: string): RecordPlan {
  if (!Object.hasOwn(useCase.records, recordType)) throw unknownRecordType(useCase, recordType);
  const { fields, identity, timeField } = useCase.records[recordType];
  const currencies = knownCurrencies(useCase);
  const zone = zoneOf(fields, timeField);
  const mustHave = new Set([...identity, timeField]);
  const slots = [
    ...fields.map(field => slotOf(field, currencies, field.required || mustHave.has(field.name))),
    ...(recordType === useCase.decides ? labelSlots(useCase, currencies, zone) : []),
  ];
  return { useCase, recordType, timeField, zone, slots, columns: columnTargets(slots), currencies, isOfLabels: false };
}

/** How to read a file of labels of the records that are decided. The label must be there, and when it became known. */
export function labelPlan(useCase: UseCase): RecordPlan {
  const plan = recordPlan(useCase, useCase.decides);
  const { identity } = useCase.records[useCase.decides];
  const slots = plan.slots
    .filter(({ field, label }) => label !== null || identity.includes(field.name))
    .map(slot => ({ ...slot, isRequired: slot.label !== 'amount' }));
  return { ...plan, slots, columns: columnTargets(slots), isOfLabels: true };
}

function slotOf(field: Field, currencies: ReadonlySet<string>, isRequired: boolean, label: Slot['label'] = null): Slot {
  return { field, read: fieldReader(field, currencies), isRequired, label };
}

function zoneOf(fields: readonly Field[], name: string): string {
  const found = fields.find(field => field.name === name);
  return found?.kind === 'time' ? found.zone : 'America/Lima';
}

function labelSlots({ label }: UseCase, currencies: ReadonlySet<string>, zone: string): readonly Slot[] {
  const { columns, aliases = {}, positive, currency } = label;
  const words = (name: string) => ({
    name,
    aliases: [...(aliases[name] ?? [])],
    title: positive,
    description: positive,
  });
  const { label: truth, knownAt, amount } = columns;
  const fields: readonly (readonly [Slot['label'], Field | undefined])[] = [
    ['label', booleanField.parse({ kind: 'boolean', ...words(truth) })],
    ['knownAt', knownAt === undefined ? undefined : timeField.parse({ kind: 'time', ...words(knownAt), zone })],
    ['amount', amount === undefined ? undefined : moneyField.parse({ kind: 'money', ...words(amount), currency })],
  ];
  return fields.flatMap(([part, field]) => (field ? [slotOf(field, currencies, false, part)] : []));
}

/** Currencies that the use case can convert; where it converts none, all that the runtime knows. */
function knownCurrencies({ lookups, label, records }: UseCase): ReadonlySet<string> {
  const rates = lookups['fx']?.rows ?? [];
  if (rates.length === 0) return new Set(Intl.supportedValuesOf('currency'));
  const assumed = Object.values(records).flatMap(({ fields }) =>
    fields.flatMap(field => (field.kind === 'money' ? [field.currency] : [])),
  );
  return new Set([...rates.map(({ key }) => key), ...assumed, label.currency]);
}

function columnTargets(slots: readonly Slot[]): ReadonlyMap<string, ColumnTarget> {
  const targets = new Map<string, ColumnTarget>();
  const names = slots.flatMap(({ field: { name, aliases } }, slot) =>
    [name, ...aliases].map((spelling, rank) => ({ spelling: plain(spelling), slot, rank })),
  );
  // A field's own name beats another field's alias.
  for (const { spelling, slot, rank } of names.sort((a, b) => a.rank - b.rank)) {
    if (!targets.has(spelling)) targets.set(spelling, { slot, rank });
  }
  return targets;
}

function unknownRecordType({ id, records }: UseCase, recordType: string): RikuyError {
  const known = Object.keys(records).join(', ');
  return new RikuyError(
    'invalid-request',
    `\`recordType\` must be one that \`${id}\` declares (${known}); got \`${recordType}\`.`,
  );
}
