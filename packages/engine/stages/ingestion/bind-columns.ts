import type { RecordPlan } from './record-plan.ts';
import { plain } from './spelling.ts';

/** Which columns of a source feed which values. */
export interface Binding {
  readonly columns: readonly string[];
  /** By slot of the plan: its columns, the most direct name first. */
  readonly sources: readonly SlotSource[];
  /** Columns with truths that only a generator knows, and their names without the mark. */
  readonly hidden: readonly (readonly [column: string, name: string])[];
  /** Columns that nothing reads. */
  readonly ignored: readonly string[];
}

export interface SlotSource {
  readonly columns: readonly string[];
  /** The unit that the header states, as in `weight (g)`. */
  readonly unit: string | null;
  /** The column that states each row's unit, as in `weight_unit`. */
  readonly unitColumn: string | null;
}

/** Which column holds which field, where names alone do not tell: `{ 'Net Mass': 'shipment_weight' }`. */
export type ColumnMapping = Readonly<Record<string, string>>;

interface Draft {
  readonly columns: { readonly column: string; readonly rank: number; readonly unit: string | null }[];
  unitColumn: string | null;
}

/** Finds the columns of each value by name and alias, without regard to case, accents, spaces and underscores. */
export function bindColumns(plan: RecordPlan, columns: readonly string[], mapping: ColumnMapping = {}): Binding {
  const drafts = plan.slots.map((): Draft => ({ columns: [], unitColumn: null }));
  const hidden: [string, string][] = [];
  const ignored: string[] = [];
  for (const column of columns) {
    const isHidden = column.startsWith('_') && !Object.hasOwn(mapping, column);
    if (isHidden) hidden.push([column, column.slice(1)]);
    else if (!assign(plan, drafts, column, mapping)) ignored.push(column);
  }
  return { columns, sources: drafts.map(finished), hidden, ignored };
}

function assign(plan: RecordPlan, drafts: readonly Draft[], column: string, mapping: ColumnMapping): boolean {
  const mapped = Object.hasOwn(mapping, column) ? plan.columns.get(plain(mapping[column])) : undefined;
  if (mapped) return add(drafts, column, { slot: mapped.slot, rank: -1, unit: null });
  const named = plan.columns.get(plain(column));
  if (named) return add(drafts, column, { ...named, unit: null });
  return assignUnit(plan, drafts, column) || assignWithUnit(plan, drafts, column);
}

function add(drafts: readonly Draft[], column: string, to: { slot: number; rank: number; unit: string | null }): true {
  drafts[to.slot].columns.push({ column, rank: to.rank, unit: to.unit });
  return true;
}

const unitColumn =
  /^(?:unidad|unit)[\s_-]+(?:de[\s_-]+|of[\s_-]+)?(?<after>.+)$|^(?<before>.+)[\s_-]+(?:unidad|unit)$/i;

function assignUnit(plan: RecordPlan, drafts: readonly Draft[], column: string): boolean {
  const groups = unitColumn.exec(column.trim())?.groups;
  const target = groups && plan.columns.get(plain(groups['after'] ?? groups['before']));
  if (!target || !takesUnits(plan, target.slot)) return false;
  drafts[target.slot].unitColumn = column;
  return true;
}

const headerWithUnit = /^(?<name>.+?)\s*(?:[([]\s*(?<bracketed>[^)\]]+?)\s*[)\]]|[\s_](?<trailing>[\p{Letter}%$/]+))$/u;

function assignWithUnit(plan: RecordPlan, drafts: readonly Draft[], column: string): boolean {
  const groups = headerWithUnit.exec(column.trim())?.groups;
  const target = groups && plan.columns.get(plain(groups['name']));
  if (!target || !takesUnits(plan, target.slot)) return false;
  return add(drafts, column, { ...target, unit: groups['bracketed'] ?? groups['trailing'] });
}

function takesUnits(plan: RecordPlan, slot: number): boolean {
  const { kind } = plan.slots[slot].field;
  return kind === 'number' || kind === 'money';
}

function finished({ columns, unitColumn }: Draft): SlotSource {
  const ordered = [...columns].sort((a, b) => a.rank - b.rank);
  return { columns: ordered.map(({ column }) => column), unit: ordered[0]?.unit ?? null, unitColumn };
}
