import type { Language, Profile } from '@rikuy/contracts';
import { columnCard, factList, timeChart } from './column-card.ts';
import { associationTables } from './association-tables.ts';
import { figure, moment, percent, whole } from './formats.ts';
import { both, escaped, say } from './html.ts';
import { pageStyle } from './page-style.ts';

/**
 * A profile as one HTML page that needs nothing else: both languages inside, charts as inline SVG, light and dark, fit
 * for paper and for a phone. It holds no script and fetches nothing.
 */
export function profilePage(profile: Profile, language: Language): string {
  const checked = (one: Language): string => (one === language ? ' checked' : '');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(profile.name)} · Rikuy</title>
<style>${pageStyle}</style>
</head>
<body>
<header><fieldset class="languages"><legend>Idioma · Language</legend><label><input type="radio" name="language" id="es"${checked('es')}> Español</label><label><input type="radio" name="language" id="en"${checked('en')}> English</label></fieldset><h1>${say('Perfil de', 'Profile of')} ${escaped(profile.name)}</h1>${overview(profile)}</header>
<main>
${section(say('Lo que conviene saber', 'What to know'), warnings(profile))}
${section(say('¿Qué tiempo cubren los datos?', 'What time do the data cover?'), timeCoverage(profile))}
${section(say('¿Qué columnas dicen más de la etiqueta?', 'Which columns say most of the label?'), labelRanking(profile))}
${section(say('Columnas', 'Columns'), columns(profile))}
${section(say('¿Qué columnas van juntas?', 'Which columns go together?'), profile.associations.length > 0 ? associationTables(profile) : '')}
</main>
<footer>${method(profile)}</footer>
</body>
</html>
`;
}

function section(title: string, content: string): string {
  return content === '' ? '' : `<section><h2>${title}</h2>${content}</section>`;
}

function overview(profile: Profile): string {
  const { rows, label, dataset, unreadable, duplicateRows, duplicateIdentities, createdAt } = profile;
  const cells = rows * profile.columns.length;
  const missing = profile.columns.reduce((sum, column) => sum + column.missing, 0);
  return factList([
    [say('Filas', 'Rows'), whole(rows)],
    [say('Columnas', 'Columns'), whole(profile.columns.length)],
    [say('Celdas sin valor', 'Missing cells'), percent(cells > 0 ? missing / cells : 0)],
    [say('Filas repetidas', 'Repeated rows'), whole(duplicateRows)],
    ...(duplicateIdentities === null
      ? []
      : [[say('Identidades repetidas', 'Repeated identities'), whole(duplicateIdentities)] as const]),
    ...(unreadable > 0 ? [[say('Líneas ilegibles', 'Unreadable lines'), whole(unreadable)] as const] : []),
    ...(label
      ? ([
          [say('Con etiqueta', 'Labelled'), whole(label.labelled)],
          [
            escaped(label.name),
            `${whole(label.positives)} · ${percent(label.labelled > 0 ? label.positives / label.labelled : 0)}`,
          ],
        ] as const)
      : []),
    ...(dataset ? [[say('Versión', 'Version'), `<code>${escaped(dataset)}</code>`] as const] : []),
    [say('Hecho el', 'Made on'), both(moment(Date.parse(createdAt)))],
  ]);
}

function warnings(profile: Profile): string {
  if (profile.warnings.length === 0) return `<p>${say('Nada llama la atención.', 'Nothing stands out.')}</p>`;
  return `<ul class="warnings">${profile.warnings.map(({ text }) => `<li>${both(text)}</li>`).join('')}</ul>`;
}

function timeCoverage({ columns: all, timeColumn }: Profile): string {
  const found = all.find(({ column }) => column.name === timeColumn);
  return found?.times ? `<div class="card">${timeChart(found.times, 'coverage')}</div>` : '';
}

function labelRanking({ columns: all, label }: Profile): string {
  const ranked = all
    .filter(({ labelAuc }) => labelAuc !== null)
    .sort((a, b) => b.labelAuc! - a.labelAuc!)
    .slice(0, 20);
  if (!label || ranked.length === 0) return '';
  const rows = ranked.map(
    ({ column, labelAuc }) =>
      `<tr><th scope="row"><code>${escaped(column.name)}</code></th><td class="track"><i style="width:${((labelAuc! - 0.5) * 200).toFixed(1)}%"></i></td><td>${figure(Math.round(labelAuc! * 1000) / 1000)}</td></tr>`,
  );
  const hint = say(
    'AUC de la columna por sí sola: 0.5 no dice nada, 1 separa todo. Desde 0.95 se sospecha que contiene el resultado.',
    'AUC of the column alone: 0.5 says nothing, 1 parts all. From 0.95 on it is suspected of holding the outcome.',
  );
  return `<p class="quiet">${hint}</p><table class="values"><tbody>${rows.join('')}</tbody></table>`;
}

function columns(profile: Profile): string {
  const cards = profile.columns.map((column, i) => columnCard(column, profile.rows, i));
  return `<div class="cards">${cards.join('')}</div>`;
}

function method({ sampleRows, useCase }: Profile): string {
  const figures = say(
    `Conteos, medias, momentos, cuantiles y Pearson: de todas las filas. AUC, Spearman, V de Cramér y razón de correlación: de ${whole(sampleRows)} filas al azar.`,
    `Counts, means, moments, quantiles and Pearson: of all rows. AUCs, Spearman, Cramér's V and the correlation ratio: of ${whole(sampleRows)} rows drawn at random.`,
  );
  // Only a use case declares which fields are personal.
  const values = useCase
    ? say('Los valores personales no se muestran.', 'Personal values are not shown.')
    : say(
        'Muestra valores del archivo, también los personales que tenga.',
        'It shows values of the file, personal ones too if there are any.',
      );
  return `${figures} ${values}`;
}
