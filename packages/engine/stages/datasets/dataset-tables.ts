import { createHash } from 'node:crypto';
import type { DatasetColumn, Field } from '@rikuy/contracts';
import { canonicalJson } from '../../ports/canonical-json.ts';
import type { DatasetStore, DatasetValue, TableDeclaration } from '../../ports/dataset-store.ts';
import type { StoredEntry } from '../../ports/event-log.ts';
import type { UseCase } from '../../use-case/use-case.ts';

/** The table of every label that became known, corrections included. */
export const labelTable = '_labels';
/** Columns that no field can be called: fields begin with a letter. */
export const sequenceColumn = '_sequence';
export const eventColumn = '_event_id';
export const eventTimeColumn = '_event_time';
export const labelColumn = '_label';
export const labelKnownAtColumn = '_label_known_at';

/** The tables of a use case's snapshot: one per type of record, and the labels. */
export function datasetTables(useCase: UseCase): readonly TableDeclaration[] {
  const records = Object.keys(useCase.records).map(type => ({
    name: type,
    columns: [...logColumns(useCase, type), ...fieldColumns(useCase, type)],
    ...(type === useCase.decides && { newestLabelFrom: { table: labelTable, by: eventColumn } }),
  }));
  return [...records, { name: labelTable, columns: [...labelLogColumns(useCase), ...labelColumns(useCase)] }];
}

/** Of a row, the value of every column of its table. */
export type RowReader = (entry: StoredEntry) => readonly DatasetValue[];

/** How entries become rows: personal values by their pseudonym. */
export function rowReaders(useCase: UseCase, store: Pick<DatasetStore, 'pseudonym'>): ReadonlyMap<string, RowReader> {
  const pseudonymOf = remembering(value => store.pseudonym(value));
  const hide = ({ personal }: DatasetColumn, value: DatasetValue): DatasetValue =>
    personal && value !== null ? pseudonymOf(String(value)) : value;
  return new Map(
    datasetTables(useCase).map(({ name, columns }) => {
      const read = columns.map(column => (entry: StoredEntry) => hide(column, valueOf(column.name, entry)));
      return [name, entry => read.map(column => column(entry))];
    }),
  );
}

/** The table in which an entry is a row. */
export function tableOf({ kind, recordType }: StoredEntry): string {
  return kind === 'label' ? labelTable : recordType;
}

/** Equal for equal declarations of records and label. */
export function schemaHash({ records, decides, label }: UseCase): string {
  return createHash('sha256').update(canonicalJson({ records, decides, label })).digest('hex');
}

function valueOf(column: string, { sequence, eventId, eventTime, knownAt, values }: StoredEntry): DatasetValue {
  switch (column) {
    case sequenceColumn:
      return sequence;
    case eventColumn:
      return eventId;
    case eventTimeColumn:
      return eventTime;
    case '_known_at':
    case labelKnownAtColumn:
      return knownAt;
    case labelColumn:
      return Number(values['label']);
    case '_label_amount':
      return values['amount'] ?? null;
    case '_label_verified_by':
      return values['verifiedBy'] ?? null;
    default:
      return values[column] ?? null;
  }
}

function logColumns(useCase: UseCase, type: string): readonly DatasetColumn[] {
  const { fields, identity } = useCase.records[type];
  const isPersonal = fields.some(({ name, personal }) => personal && identity.includes(name));
  return [
    own(sequenceColumn, 'number', 'log'),
    { ...own(eventColumn, 'category', 'log'), personal: isPersonal },
    own(eventTimeColumn, 'time', 'log'),
    own('_known_at', 'time', 'log'),
  ];
}

function labelLogColumns(useCase: UseCase): readonly DatasetColumn[] {
  return logColumns(useCase, useCase.decides).filter(({ name }) => name !== '_known_at');
}

function labelColumns({ label }: UseCase): readonly DatasetColumn[] {
  return [
    { ...own(labelColumn, 'number', 'label'), title: label.positive },
    {
      ...own(labelKnownAtColumn, 'time', 'label'),
      title: { es: 'Etiqueta conocida el', en: 'Label known on' },
    },
    {
      ...own('_label_amount', 'number', 'label'),
      title: { es: `Importe de la etiqueta (${label.currency})`, en: `Amount of the label (${label.currency})` },
    },
    {
      ...own('_label_verified_by', 'category', 'label'),
      personal: true,
      title: { es: 'Quién verificó la etiqueta', en: 'Who verified the label' },
    },
  ];
}

function own(name: string, kind: DatasetColumn['kind'], role: DatasetColumn['role']): DatasetColumn {
  return { name, kind, role, personal: false, title: null, unit: null };
}

function fieldColumns({ records }: UseCase, type: string): readonly DatasetColumn[] {
  const { fields, identity } = records[type];
  return fields.map(field => ({
    name: field.name,
    kind: field.personal ? 'category' : kindOf(field),
    role: identity.includes(field.name) ? 'identity' : 'field',
    personal: field.personal,
    title: field.title,
    unit: field.kind === 'number' ? (field.unit ?? null) : null,
  }));
}

function kindOf({ kind }: Field): DatasetColumn['kind'] {
  switch (kind) {
    case 'number':
    case 'money':
      return 'number';
    case 'category':
    case 'identifier':
      return 'category';
    case 'time':
      return 'time';
    case 'boolean':
      return 'boolean';
  }
}

/** Values repeat: one entity has many records. Forgotten when there are very many, so that memory stays bounded. */
function remembering(compute: (value: string) => string): (value: string) => string {
  const known = new Map<string, string>();
  return value => {
    const found = known.get(value);
    if (found !== undefined) return found;
    if (known.size >= 200_000) known.clear();
    const computed = compute(value);
    known.set(value, computed);
    return computed;
  };
}
