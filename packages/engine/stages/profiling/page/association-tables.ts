import type { Association, Bilingual, Profile } from '@rikuy/contracts';
import { coefficient, whole } from './formats.ts';
import { both, escaped, say } from './html.ts';

const measures: Readonly<Record<Association['measure'], Bilingual>> = {
  pearson: { es: 'Correlación de Pearson, todas las filas', en: "Pearson's correlation, all rows" },
  spearman: { es: 'Correlación de rangos de Spearman', en: "Spearman's rank correlation" },
  'cramers-v': { es: 'V de Cramér entre categorías', en: "Cramér's V between categories" },
  'correlation-ratio': { es: 'Razón de correlación, categoría y número', en: 'Correlation ratio, category and number' },
};

/** A table per measure, the stronger the darker. */
export function associationTables({ associations, sampleRows }: Profile): string {
  const tables = (Object.keys(measures) as Association['measure'][]).map(measure =>
    associationTable(
      measure,
      associations.filter(one => one.measure === measure),
    ),
  );
  const note = `<p class="quiet">${say(
    `Spearman, V de Cramér y razón de correlación: de una muestra de ${whole(sampleRows)} filas.`,
    `Spearman, Cramér's V and the correlation ratio: from a sample of ${whole(sampleRows)} rows.`,
  )}</p>`;
  return note + tables.join('');
}

function associationTable(measure: Association['measure'], found: readonly Association[]): string {
  if (found.length === 0) return '';
  const isSquare = measure !== 'correlation-ratio';
  const rows = distinct(found.flatMap(({ a, b }) => (isSquare ? [a, b] : [a])));
  const columns = isSquare ? rows : distinct(found.map(({ b }) => b));
  const values = new Map(found.flatMap(one => pairsOf(one, isSquare)));
  const head = columns.map(name => `<th scope="col"><span>${escaped(name)}</span></th>`).join('');
  const body = rows.map(a => {
    const cells = columns.map(b => cell(values.get(`${a}\n${b}`)));
    return `<tr><th scope="row">${escaped(a)}</th>${cells.join('')}</tr>`;
  });
  return `<figure><figcaption>${both(measures[measure])}</figcaption><div class="wide" tabindex="0"><table class="matrix"><thead><tr><td></td>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div></figure>`;
}

function pairsOf({ a, b, value }: Association, isSquare: boolean): [string, number][] {
  const one: [string, number] = [`${a}\n${b}`, value];
  return isSquare ? [one, [`${b}\n${a}`, value]] : [one];
}

function cell(value: number | undefined): string {
  if (value === undefined) return '<td></td>';
  const sign = value < 0 ? 'negative' : 'positive';
  return `<td class="${sign}" style="--strength:${Math.round(Math.abs(value) * 40)}%">${coefficient(value)}</td>`;
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
