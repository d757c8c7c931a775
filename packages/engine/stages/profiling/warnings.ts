import type { Bilingual, ColumnProfile, LeakageFinding, Profile, ProfileWarning } from '@rikuy/contracts';

type Judged = Pick<
  Profile,
  'rows' | 'duplicateRows' | 'duplicateIdentities' | 'label' | 'timeColumn' | 'columns' | 'associations' | 'leakage'
>;

const limits = { missing: 0.5, skewness: 10, zeros: 0.8, association: 0.95, distinct: 1000, positives: 50 };

/** What somebody should know before using the table, in words; what weighs most comes first. */
export function warningsOf(profile: Judged): readonly ProfileWarning[] {
  if (profile.rows === 0)
    return [warning('empty', [], 0, { es: 'La tabla no tiene filas.', en: 'The table has no rows.' })];
  return [
    ...profile.leakage.map(leak),
    ...fewPositives(profile),
    ...repeatedIdentities(profile),
    ...repeatedRows(profile),
    ...profile.columns.flatMap(column => ofColumn(column, profile)),
    ...strongAssociations(profile),
  ];
}

function leak({ kind, feature, value }: LeakageFinding): ProfileWarning {
  const columns = feature === null ? [] : [feature];
  return kind === 'feature-too-good'
    ? warning('leakage', columns, value, {
        es: `${feature} ordena las filas por su etiqueta casi sin error (AUC ${decimal(value, 'es')}): es probable que contenga el resultado.`,
        en: `${feature} alone ranks the rows by their label almost without error (AUC ${decimal(value, 'en')}): it probably holds the outcome.`,
      })
    : warning('leakage', columns, value, {
        es: `${feature ?? 'La tabla'} está lleno o vacío casi solo en una clase (${percent(value, 'es')}): es probable que se llene después del resultado.`,
        en: `${feature ?? 'The table'} is filled or empty almost only in one class (${percent(value, 'en')}): it is probably filled in after the outcome.`,
      });
}

function fewPositives({ label }: Judged): readonly ProfileWarning[] {
  if (!label || label.positives >= limits.positives) return [];
  return [
    warning('few-positives', [], label.positives, {
      es: `Solo ${label.positives} filas son positivas: las cifras sobre la etiqueta son inciertas.`,
      en: `Only ${label.positives} rows are positive: figures about the label are uncertain.`,
    }),
  ];
}

function repeatedIdentities({ duplicateIdentities }: Judged): readonly ProfileWarning[] {
  if (!duplicateIdentities) return [];
  return [
    warning('duplicate-identities', [], duplicateIdentities, {
      es: `${whole(duplicateIdentities, 'es')} filas repiten la identidad de otra.`,
      en: `${whole(duplicateIdentities, 'en')} rows repeat the identity of another.`,
    }),
  ];
}

function repeatedRows({ duplicateRows, rows }: Judged): readonly ProfileWarning[] {
  if (duplicateRows === 0) return [];
  const share = duplicateRows / rows;
  return [
    warning('duplicate-rows', [], duplicateRows, {
      es: `${whole(duplicateRows, 'es')} filas (${percent(share, 'es')}) son iguales a otra en todo menos en su identidad.`,
      en: `${whole(duplicateRows, 'en')} rows (${percent(share, 'en')}) equal another in everything but their identity.`,
    }),
  ];
}

function ofColumn(profiled: ColumnProfile, { rows, timeColumn }: Judged): readonly ProfileWarning[] {
  const { column, missing, present, distinct, numbers, categories, times } = profiled;
  const { name, role } = column;
  // What is found out later is absent of most rows by nature.
  if (role === 'label') return [];
  const found: ProfileWarning[] = [];
  const add = (code: ProfileWarning['code'], value: number, text: Bilingual): void =>
    void found.push(warning(code, [name], value, text));
  const share = missing / rows;
  if (share >= limits.missing)
    add('mostly-missing', share, {
      es: `A ${name} le falta el valor en ${percent(share, 'es')} de las filas.`,
      en: `${name} has no value in ${percent(share, 'en')} of the rows.`,
    });
  if (distinct === 1)
    add('constant', 1, { es: `${name} tiene siempre el mismo valor.`, en: `${name} always has the same value.` });
  if (categories && role !== 'identity' && present > 1 && distinct === present)
    add('unique', distinct, {
      es: `${name} es distinto en cada fila: es un identificador y no una categoría.`,
      en: `${name} differs in every row: it is an identifier, not a category.`,
    });
  else if (categories && role !== 'identity' && distinct > limits.distinct)
    add('many-values', distinct, {
      es: `${name} tiene ${whole(distinct, 'es')} valores distintos.`,
      en: `${name} has ${whole(distinct, 'en')} distinct values.`,
    });
  if (numbers?.skewness && Math.abs(numbers.skewness) >= limits.skewness)
    add('skewed', numbers.skewness, {
      es: `${name} es muy asimétrico (asimetría ${decimal(numbers.skewness, 'es')}): unos pocos valores pesan mucho.`,
      en: `${name} is very skewed (skewness ${decimal(numbers.skewness, 'en')}): a few values weigh a lot.`,
    });
  if (numbers && numbers.zeros / present >= limits.zeros && distinct > 2)
    add('many-zeros', numbers.zeros / present, {
      es: `${name} es 0 en ${percent(numbers.zeros / present, 'es')} de las filas con valor.`,
      en: `${name} is 0 in ${percent(numbers.zeros / present, 'en')} of the rows with a value.`,
    });
  if (times && name === timeColumn && times.emptyPeriods > 0)
    add('empty-periods', times.emptyPeriods, {
      es: `Hay ${times.emptyPeriods} ${periodWord(times.unit, times.emptyPeriods, 'es')} sin filas entre la primera y la última.`,
      en: `There are ${times.emptyPeriods} ${periodWord(times.unit, times.emptyPeriods, 'en')} without rows between the first and the last.`,
    });
  return found;
}

/** One warning per pair, by the measure that is strongest. */
function strongAssociations({ associations }: Judged): readonly ProfileWarning[] {
  const strong = associations.filter(({ value }) => Math.abs(value) >= limits.association);
  const byPair = Map.groupBy(strong, ({ a, b }) => [a, b].sort().join('\n'));
  return [...byPair.values()].map(found => {
    const { a, b, value } = found.reduce((best, one) => (Math.abs(one.value) > Math.abs(best.value) ? one : best));
    return warning('strong-association', [a, b], value, {
      es: `${a} y ${b} dicen casi lo mismo (${decimal(value, 'es')}).`,
      en: `${a} and ${b} say almost the same (${decimal(value, 'en')}).`,
    });
  });
}

const periods = {
  es: { hour: ['hora', 'horas'], day: ['día', 'días'], week: ['semana', 'semanas'], month: ['mes', 'meses'] },
  en: { hour: ['hour', 'hours'], day: ['day', 'days'], week: ['week', 'weeks'], month: ['month', 'months'] },
} as const;

function periodWord(unit: keyof (typeof periods)['es'], count: number, language: 'es' | 'en'): string {
  return periods[language][unit][count === 1 ? 0 : 1];
}

function warning(
  code: ProfileWarning['code'],
  columns: readonly string[],
  value: number,
  text: Bilingual,
): ProfileWarning {
  return { code, columns: [...columns], value, text };
}

const locales = { es: 'es-PE', en: 'en-US' } as const;

function decimal(value: number, language: 'es' | 'en'): string {
  return value.toLocaleString(locales[language], { maximumFractionDigits: 3 });
}

function whole(value: number, language: 'es' | 'en'): string {
  return value.toLocaleString(locales[language]);
}

function percent(share: number, language: 'es' | 'en'): string {
  return `${(share * 100).toLocaleString(locales[language], { maximumFractionDigits: 1 })} %`;
}
