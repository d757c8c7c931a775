import { days, type FeatureDeclaration, features } from '@rikuy/engine';

const owner = 'perfiles-de-riesgo';

/** Who imports and who files: their history, as far as it was known on the day. */
export const partyFeatures: readonly FeatureDeclaration[] = features(
  ({ record, label, past, first, dividedBy, times, orElse, isMissing, when, feature }) => ({
    importer_risk_score: {
      value: label('underreported').rate({ by: 'importer_ruc', prior: 6, within: days(730) }),
      unit: 'share',
      title: { es: 'Riesgo del importador', en: 'Importer risk' },
      description: {
        es: 'Parte de las series verificadas del importador que resultó subdeclarada, suavizada hacia la tasa general.',
        en: "Share of the importer's verified items found under-reported, smoothed towards the overall rate.",
      },
      justification: {
        es: 'Lo que los oficiales ya encontraron es el mejor anuncio de lo que encontrarán.',
        en: 'What officers found before is the best announcement of what they will find.',
      },
      pattern: 'quantity_understated',
    },
    importer_verified: {
      value: label('underreported').count({ by: 'importer_ruc', within: days(730) }),
      unit: 'count',
      title: { es: 'Verificaciones del importador', en: "Importer's verifications" },
      description: {
        es: 'Series del importador con resultado conocido en dos años.',
        en: "The importer's items with a known result within two years.",
      },
      justification: {
        es: 'Dice cuánto pesa el riesgo anterior: una falta en dos no es lo mismo que en doscientas.',
        en: 'Tells how much the risk above weighs: one in two is not one in two hundred.',
      },
    },
    broker_risk_score: {
      value: label('underreported').rate({ by: 'broker_code', prior: 30, within: days(365) }),
      unit: 'share',
      title: { es: 'Riesgo del agente de aduana', en: 'Broker risk' },
      description: {
        es: 'Parte de lo verificado al agente que resultó subdeclarado en 365 días, suavizada.',
        en: "Share of the broker's verified items found under-reported in 365 days, smoothed.",
      },
      justification: {
        es: 'El agente responde por lo que declara; algunos concentran las incidencias.',
        en: 'A broker answers for what is declared; some gather the findings.',
      },
      pattern: 'broker_chapter',
    },
    broker_chapter_risk: {
      value: label('underreported').rate({
        by: ['broker_code', first(record('tariff_code'), 2)],
        backOff: ['broker_code'],
        prior: 10,
        within: days(365),
      }),
      unit: 'share',
      title: { es: 'Riesgo del agente en el capítulo', en: 'Broker risk in the chapter' },
      description: {
        es: 'Riesgo del agente solo en este capítulo arancelario, suavizado hacia su riesgo general.',
        en: "The broker's risk in this tariff chapter alone, smoothed towards the broker's overall risk.",
      },
      justification: {
        es: 'Separa al agente que subvalúa un rubro del que trabaja mal en todos.',
        en: 'Tells the broker who undervalues one line from the one who errs in all.',
      },
      pattern: 'broker_chapter',
    },
    importer_declarations: {
      value: past({ by: 'importer_ruc', within: 'all' }).count(),
      unit: 'count',
      title: { es: 'Series anteriores del importador', en: "Importer's earlier items" },
      description: {
        es: 'Series que el importador declaró antes, desde que hay registro.',
        en: 'Items that the importer declared before, since records begin.',
      },
      justification: {
        es: 'Las empresas de fachada traen poco y desaparecen; las establecidas tienen historia.',
        en: 'Shell companies bring little and vanish; established ones have a history.',
      },
      pattern: 'shell_undervaluation',
    },
    importer_days_known: {
      value: orElse(past({ by: 'importer_ruc', within: 'all' }).daysSinceFirst(), 0),
      unit: 'days',
      title: { es: 'Días desde su primera importación', en: 'Days known as an importer' },
      description: {
        es: 'Días entre la primera serie conocida del importador y esta; 0 si es la primera.',
        en: "Days between the importer's first known item and this one; 0 where this is the first.",
      },
      justification: {
        es: 'Un importador recién aparecido no ofrece con qué comparar y es más propenso a ser de fachada.',
        en: 'A newcomer offers nothing to compare with and is likelier to be a shell.',
      },
      pattern: 'shell_undervaluation',
    },
    importer_days_since_last: {
      value: past({ by: 'importer_ruc', within: 'all' }).daysSinceLast(),
      unit: 'days',
      title: { es: 'Días desde su importación anterior', en: 'Days since its previous item' },
      description: {
        es: 'Días entre la serie anterior del importador, de otro día, y esta.',
        en: "Days between the importer's previous item, of another day, and this one.",
      },
      justification: {
        es: 'Largas pausas seguidas de actividad repentina son propias de quien usa la empresa por encargo.',
        en: 'Long pauses followed by sudden activity are typical of companies used on behalf of others.',
      },
    },
    importer_burst: {
      value: dividedBy(
        past({ by: 'importer_ruc', within: days(30) }).count(),
        times(past({ by: 'importer_ruc', within: days(365) }).count(), 30 / 365),
      ),
      unit: 'ratio',
      title: { es: 'Aceleración del importador', en: "Importer's acceleration" },
      description: {
        es: 'Series de los últimos 30 días frente al promedio de 30 días de su último año: 1 es su ritmo habitual.',
        en: 'Items of the last 30 days against the 30-day average of its last year: 1 is its usual pace.',
      },
      justification: {
        es: 'En la avalancha de fin de año se esconde lo que con calma se revisaría.',
        en: 'A burst hides what would be checked at leisure.',
      },
      pattern: 'year_end_burst',
    },
    importer_broker_share: {
      value: when(isMissing(record('broker_code')))
        .then(0)
        .otherwise(
          dividedBy(
            past({ by: ['importer_ruc', 'broker_code'], within: 'all' }).count(),
            feature('importer_declarations'),
          ),
        ),
      unit: 'share',
      title: { es: 'Uso de este agente por el importador', en: "Importer's use of this broker" },
      description: {
        es: 'Parte de las series anteriores del importador que tramitó este agente.',
        en: "Share of the importer's earlier items that this broker filed.",
      },
      justification: {
        es: 'Cambiar de agente para una operación puede ser buscar a quien no pregunta.',
        en: 'Changing the broker for one import may mean looking for one who does not ask.',
      },
      pattern: 'broker_chapter',
    },
  }),
  { owner },
);
