import type { Bilingual, CategoryProfile, ColumnProfile, NumberProfile, TimeProfile } from '@rikuy/contracts';
import { type Bar, barChart, greatestShare } from './bar-chart.ts';
import { figure, moment, percent, whole } from './formats.ts';
import { both, escaped, say } from './html.ts';

type Counts = { readonly rows: number; readonly labelled: number; readonly positives: number };

const kinds: Readonly<Record<ColumnProfile['column']['kind'], Bilingual>> = {
  number: { es: 'número', en: 'number' },
  category: { es: 'categoría', en: 'category' },
  time: { es: 'fecha', en: 'time' },
  boolean: { es: 'sí o no', en: 'yes or no' },
};

/** One column: what it is, what is missing, how it is spread. */
export function columnCard(profiled: ColumnProfile, rows: number, position: number): string {
  const { column, missing, distinct, labelAuc } = profiled;
  const title = column.title ? `<span class="quiet">${both(column.title)}</span>` : '';
  const personal = column.personal ? `<span class="tag">${say('dato personal', 'personal data')}</span>` : '';
  const facts: readonly (readonly [string, string])[] = [
    [say('Faltan', 'Missing'), `${whole(missing)} · ${percent(rows > 0 ? missing / rows : 0)}`],
    [say('Distintos', 'Distinct'), whole(distinct)],
    ...(labelAuc === null
      ? []
      : [[say('AUC por sí sola', 'AUC alone'), figure(Math.round(labelAuc * 1000) / 1000)] as const]),
    ...(profiled.numbers ? numberFacts(profiled.numbers) : []),
  ];
  return `<article class="card" id="c${position}">
<h3><code>${escaped(column.name)}</code> <span class="tag">${both(kinds[column.kind])}</span> ${personal}</h3>${title}
${spread(profiled, `s${position}`)}
${factList(facts)}
${profiled.numbers ? quantileTable(profiled.numbers) : ''}
</article>`;
}

export function factList(facts: readonly (readonly [string, string])[]): string {
  return `<dl>${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

/** Rows per period. */
export function timeChart({ periods, unit }: TimeProfile, id: string): string {
  const bars = periods.map(({ from, ...counts }) => bar(hintOf(moment(from, unit)), counts));
  return chartWithEnds(bars, id, {
    from: both(moment(periods[0].from, unit)),
    to: both(moment(periods[periods.length - 1].from, unit)),
    per: say(`Filas por ${{ hour: 'hora', day: 'día', week: 'semana', month: 'mes' }[unit]}`, `Rows per ${unit}`),
  });
}

function numberFacts({ mean, std, min, max, zeros, negatives }: NumberProfile): readonly (readonly [string, string])[] {
  return [
    [say('Media', 'Mean'), figure(mean)],
    [say('Desviación', 'Std. deviation'), figure(std)],
    [say('Mínimo', 'Minimum'), figure(min)],
    [say('Máximo', 'Maximum'), figure(max)],
    [say('Ceros', 'Zeros'), whole(zeros)],
    [say('Negativos', 'Negative'), whole(negatives)],
  ];
}

function quantileTable({ quantiles, skewness, kurtosis }: NumberProfile): string {
  const rows = quantiles.map(({ p, value }) => `<tr><th scope="row">${percent(p)}</th><td>${figure(value)}</td></tr>`);
  const shape: readonly (readonly [string, string])[] = [
    [say('Asimetría', 'Skewness'), figure(skewness)],
    [say('Curtosis', 'Kurtosis'), figure(kurtosis)],
  ];
  return `<details><summary>${say('Cuantiles y forma', 'Quantiles and shape')}</summary><table>${rows.join('')}</table>${factList(shape)}</details>`;
}

function spread({ numbers, categories, times }: ColumnProfile, id: string): string {
  if (numbers) return numberChart(numbers, id);
  if (times) return timeChart(times, id);
  return categories && categories.top.length > 0 ? valueBars(categories) : '';
}

function numberChart({ histogram: { from, to, bars, below, above } }: NumberProfile, id: string): string {
  const width = (to - from) / bars.length;
  const drawn = bars.map((counts, i) => bar(`${figure(from + i * width)} – ${figure(from + (i + 1) * width)}`, counts));
  const outside =
    below + above > 0
      ? `<p class="quiet">${say(`Fuera del gráfico: ${whole(below)} por debajo, ${whole(above)} por encima`, `Outside the chart: ${whole(below)} below, ${whole(above)} above`)}</p>`
      : '';
  const ends = {
    from: figure(from),
    to: figure(to),
    per: say('Filas por tramo de valores', 'Rows per range of values'),
  };
  return chartWithEnds(drawn, id, ends) + outside;
}

interface ChartEnds {
  readonly from: string;
  readonly to: string;
  readonly per: string;
}

function chartWithEnds(bars: readonly Bar[], id: string, { from, to, per }: ChartEnds): string {
  const share = greatestShare(bars);
  const dots =
    share === null
      ? ''
      : ` · <span class="dotted">●</span> ${say(`proporción de positivos, hasta ${percent(share)}`, `share of positives, up to ${percent(share)}`)}`;
  return `<p class="caption" id="${id}">${per}${dots}</p>${barChart(bars, id)}<p class="ends"><span>${from}</span><span>${to}</span></p>`;
}

function valueBars({ top, others }: CategoryProfile): string {
  const most = top[0].rows;
  const hasLabels = top.some(({ labelled }) => labelled > 0);
  const rows = top.map(
    ({ value, ...counts }) =>
      `<tr><th scope="row">${escaped(value)}</th><td class="track"><i style="width:${((100 * counts.rows) / most).toFixed(1)}%"></i></td><td>${whole(counts.rows)}</td>${hasLabels ? `<td>${shareOf(counts)}</td>` : ''}</tr>`,
  );
  const rest =
    others > 0
      ? `<tr class="quiet"><th scope="row">${say('otros', 'others')}</th><td></td><td>${whole(others)}</td>${hasLabels ? '<td></td>' : ''}</tr>`
      : '';
  const head = `<tr><th scope="col">${say('Valor', 'Value')}</th><td></td><th scope="col">${say('Filas', 'Rows')}</th>${hasLabels ? `<th scope="col">${say('Positivos', 'Positive')}</th>` : ''}</tr>`;
  return `<table class="values"><thead>${head}</thead><tbody>${rows.join('')}${rest}</tbody></table>`;
}

function bar(of: string, counts: Counts): Bar {
  const share = counts.labelled > 0 ? counts.positives / counts.labelled : null;
  const positives = share === null ? '' : ` · ${percent(share)}`;
  return { hint: `${of}: ${whole(counts.rows)}${positives}`, rows: counts.rows, positiveShare: share };
}

function shareOf({ labelled, positives }: Counts): string {
  return labelled > 0 ? percent(positives / labelled) : '—';
}

/** In a hint, which cannot be shown in one language only. */
function hintOf({ es, en }: Bilingual): string {
  return es === en ? es : `${es} · ${en}`;
}
