import type { Field, Rejection } from '@rikuy/contracts';
import type { Binding } from './bind-columns.ts';
import { featuresOf } from './lost-features.ts';
import type { RecordPlan } from './record-plan.ts';
import { plain } from './spelling.ts';

/** One line of the reject file for each required field that no column of the source feeds. */
export function missingColumns(plan: RecordPlan, binding: Binding): readonly Rejection[] {
  return plan.slots
    .filter(({ isRequired }, slot) => isRequired && binding.sources[slot].columns.length === 0)
    .map(({ field }) => missingColumn(field, binding, featuresOf(plan.useCase, plan.recordType, field.name)));
}

function missingColumn(field: Field, { columns, ignored }: Binding, lost: readonly string[]): Rejection {
  const names = [field.name, ...field.aliases].map(name => `\`${name}\``).join(', ');
  const found = columns.join(', ');
  const nearest = nearestName(ignored, [field.name, ...field.aliases]);
  return {
    line: 1,
    field: field.name,
    value: '',
    reason: 'missing-column',
    message: {
      es: `Se esperaba una columna llamada ${names}; las columnas son: ${found}.${lostText(lost, 'Sin ella se pierden estas variables')}`,
      en: `Expected a column named ${names}; the columns are: ${found}.${lostText(lost, 'Without it these features are lost')}`,
    },
    repair: nearest
      ? {
          es: `¿Es \`${nearest}\`? Cámbiele el nombre a \`${field.name}\`, o indíquela como tal.`,
          en: `Is it \`${nearest}\`? Rename it to \`${field.name}\`, or map it to that.`,
        }
      : {
          es: `Añada la columna \`${field.name}\`, o indique cuál la contiene.`,
          en: `Add the column \`${field.name}\`, or map the one that holds it.`,
        },
  };
}

function lostText(lost: readonly string[], beginning: string): string {
  return lost.length === 0 ? '' : ` ${beginning}: ${lost.join(', ')}.`;
}

/** The column whose name is fewest changes away from a wanted one; null when none is near. */
function nearestName(columns: readonly string[], wanted: readonly string[]): string | null {
  const distances = columns.map(column => ({
    column,
    distance: Math.min(
      ...wanted.map(name => editDistance(plain(column), plain(name)) / Math.max(4, plain(name).length)),
    ),
  }));
  const [nearest] = distances.sort((a, b) => a.distance - b.distance);
  return nearest !== undefined && nearest.distance <= 0.4 ? nearest.column : null;
}

/** Insertions, deletions and replacements that make `b` of `a` (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = above[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, above[column] + 1, current[column - 1] + 1));
    }
    above = current;
  }
  return above[b.length];
}
