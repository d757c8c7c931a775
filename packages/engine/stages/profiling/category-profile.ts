import type { CategoryProfile } from '@rikuy/contracts';
import type { DatasetTable } from '../../ports/dataset-store.ts';

const valuesShown = 12;
/** Of names rather than categories: enough to see what they look like. */
const namesShown = 3;
const mostCategories = 1000;

/** The commonest values of a column; personal ones are counted and not named. */
export async function categoryProfileOf(
  table: DatasetTable,
  column: string,
  {
    label,
    present,
    distinct,
    personal,
  }: {
    readonly label: string | undefined;
    readonly present: number;
    readonly distinct: number;
    readonly personal: boolean;
  },
): Promise<CategoryProfile> {
  const top = personal
    ? []
    : await table.commonest(column, { limit: distinct > mostCategories ? namesShown : valuesShown, label });
  return { top: [...top], others: present - top.reduce((sum, { rows }) => sum + rows, 0) };
}
