import { days, type FeatureDeclaration, features } from '@rikuy/engine';

const owner = 'perfiles-de-riesgo';

/** Risk of origin and goods as known, how rare they are, and the time of year. */
export const goodsAndSeasonFeatures: readonly FeatureDeclaration[] = features(
  ({ record, label, past, first, dividedBy, times, equals, month, quarter, when }) => ({
    country_risk_score: {
      value: label('underreported').rate({ by: 'country_origin', prior: 50, within: days(365) }),
      unit: 'share',
      title: { es: 'Riesgo del país de origen', en: 'Risk of the country of origin' },
      description: {
        es: 'Parte de lo verificado de este origen que resultó subdeclarado en 365 días, suavizada hacia la tasa general.',
        en: 'Share of verified items of this origin found under-reported in 365 days, smoothed towards the overall rate.',
      },
      justification: {
        es: 'La subdeclaración se concentra en ciertos orígenes, y eso cambia con los años.',
        en: 'Under-reporting gathers in certain origins, and that changes over the years.',
      },
      pattern: 'origin_swapped',
    },
    tariff_risk_score: {
      value: label('underreported').rate({
        by: 'tariff_code',
        backOff: [first(record('tariff_code'), 4), first(record('tariff_code'), 2)],
        prior: 30,
        within: days(365),
      }),
      unit: 'share',
      title: { es: 'Riesgo de la subpartida', en: 'Risk of the tariff code' },
      description: {
        es: 'Parte de lo verificado en la subpartida que resultó subdeclarado, suavizada hacia su partida y su capítulo.',
        en: 'Share of verified items of the tariff code found under-reported, smoothed towards its heading and chapter.',
      },
      justification: {
        es: 'Hay mercancías donde subdeclarar rinde más y se hace más.',
        en: 'There are goods where under-reporting pays more and is done more.',
      },
    },
    tariff_origin_risk: {
      value: label('underreported').rate({
        by: [first(record('tariff_code'), 6), 'country_origin'],
        backOff: [first(record('tariff_code'), 6)],
        prior: 20,
        within: days(365),
      }),
      unit: 'share',
      title: { es: 'Riesgo de la mercancía y el origen', en: 'Risk of goods and origin together' },
      description: {
        es: 'Riesgo conocido del código SA (seis dígitos) con este origen, suavizado hacia el del código.',
        en: 'Known risk of the HS code (six digits) from this origin, smoothed towards that of the code.',
      },
      justification: {
        es: 'La combinación dice más que cada parte: el mismo producto es honesto de un país y dudoso de otro.',
        en: 'The pair tells more than its parts: the same product is honest from one country and doubtful from another.',
      },
      pattern: 'origin_swapped',
    },
    tariff_code_frequency: {
      value: dividedBy(
        past({ by: 'tariff_code', within: days(365) }).count(),
        past({ by: [], within: days(365) }).count(),
      ),
      unit: 'share',
      title: { es: 'Frecuencia de la subpartida', en: 'Frequency of the tariff code' },
      description: {
        es: 'Parte de todas las series de 365 días con esta subpartida.',
        en: 'Share of all items of 365 days with this tariff code.',
      },
      justification: {
        es: 'Los códigos raros tienen poca referencia y por eso se usan para esconder.',
        en: 'Rare codes have little to compare with and are used to hide for that reason.',
      },
      pattern: 'category_swapped',
    },
    country_frequency: {
      value: dividedBy(
        past({ by: 'country_origin', within: days(365) }).count(),
        past({ by: [], within: days(365) }).count(),
      ),
      unit: 'share',
      title: { es: 'Frecuencia del origen', en: 'Frequency of the origin' },
      description: {
        es: 'Parte de todas las series de 365 días que vino de este país.',
        en: 'Share of all items of 365 days that came from this country.',
      },
      justification: {
        es: 'Un origen poco visto tiene menos control acumulado.',
        en: 'A seldom seen origin has less accumulated scrutiny.',
      },
    },
    broker_frequency: {
      value: dividedBy(
        past({ by: 'broker_code', within: days(365) }).count(),
        past({ by: [], within: days(365) }).count(),
      ),
      unit: 'share',
      title: { es: 'Frecuencia del agente', en: 'Frequency of the broker' },
      description: {
        es: 'Parte de todas las series de 365 días que tramitó este agente.',
        en: 'Share of all items of 365 days that this broker filed.',
      },
      justification: {
        es: 'Los agentes pequeños y los grandes tienen carteras y controles distintos.',
        en: 'Small and large brokers have different clients and different controls.',
      },
      pattern: 'broker_chapter',
    },
    seasonality_factor: {
      value: dividedBy(
        past({ by: 'product_category', within: days(30) }).count(),
        times(past({ by: 'product_category', within: days(365) }).count(), 30 / 365),
      ),
      unit: 'ratio',
      title: { es: 'Factor estacional', en: 'Seasonality factor' },
      description: {
        es: 'Series de la categoría en los últimos 30 días frente al promedio de 30 días del último año: 1 es lo normal.',
        en: "The category's items of the last 30 days against the 30-day average of the last year: 1 is normal.",
      },
      justification: {
        es: 'En campaña los volúmenes suben para todos; fuera de ella, un pico es raro.',
        en: 'In season volumes rise for all; out of season a peak is odd.',
      },
      pattern: 'year_end_burst',
    },
    month: {
      value: month(record('import_date')),
      title: { es: 'Mes', en: 'Month' },
      description: { es: 'Mes de numeración, 1 a 12.', en: 'Month of registration, 1 to 12.' },
      justification: {
        es: 'El comercio y el fraude tienen temporadas.',
        en: 'Trade and fraud have seasons.',
      },
      pattern: 'year_end_burst',
    },
    quarter: {
      value: quarter(record('import_date')),
      title: { es: 'Trimestre', en: 'Quarter' },
      description: { es: 'Trimestre de numeración, 1 a 4.', en: 'Quarter of registration, 1 to 4.' },
      justification: {
        es: 'Recoge temporadas largas con menos ruido que el mes.',
        en: 'Captures long seasons with less noise than the month.',
      },
      pattern: 'year_end_burst',
    },
    is_year_end: {
      value: when(equals(month(record('import_date')), 12))
        .then(1)
        .otherwise(0),
      title: { es: 'Fin de año', en: 'Year end' },
      description: { es: '1 en diciembre, 0 en los demás meses.', en: '1 in December, 0 in other months.' },
      justification: {
        es: 'En diciembre se junta la carga de campaña y el control se diluye.',
        en: 'In December the season’s cargo piles up and control thins out.',
      },
      pattern: 'year_end_burst',
    },
  }),
  { owner },
);
