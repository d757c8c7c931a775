import { days, type FeatureDeclaration, features } from '@rikuy/engine';
import { owner } from './owner.ts';

/** What customs knows of the taxpayer, against what is declared. */
export const importFeatures: readonly FeatureDeclaration[] = features(
  ({ record, past, feature, dividedBy, minus, times, plus, equals, not, above, and, atMost, when }) => ({
    imports_60d_usd: {
      value: past({ of: 'customs_record', by: 'taxpayer_ruc', within: days(60) }).sum('declaration_value'),
      unit: 'USD',
      title: { es: 'Importaciones recientes', en: 'Recent imports' },
      description: {
        es: 'Valor en aduana de sus importaciones de los 60 días previos a la declaración.',
        en: 'Customs value of its imports over the 60 days before the declaration.',
      },
      justification: {
        es: 'Lo que entra por aduanas se vende: es un piso de la actividad real.',
        en: 'What comes through customs is sold: it is a floor of real activity.',
      },
      pattern: 'underdeclared_income',
    },
    imports_365d_usd: {
      value: past({ of: 'customs_record', by: 'taxpayer_ruc', within: days(365) }).sum('declaration_value'),
      unit: 'USD',
      title: { es: 'Importaciones del año', en: "Year's imports" },
      description: {
        es: 'Valor en aduana de sus importaciones de los 365 días previos.',
        en: 'Customs value of its imports over the 365 days before.',
      },
      justification: { es: 'Dice cuánto importa de costumbre.', en: 'Says how much it usually imports.' },
    },
    is_importer: {
      value: when(above(feature('imports_365d_usd'), 0))
        .then(1)
        .otherwise(0),
      title: { es: 'Es importador', en: 'Is an importer' },
      description: {
        es: '1 si importó algo en los 365 días previos.',
        en: '1 where it imported anything over the 365 days before.',
      },
      justification: {
        es: 'A quien no importa, las comparaciones con aduanas no le dicen nada.',
        en: 'For who does not import, comparisons with customs say nothing.',
      },
    },
    import_tax_ratio: {
      value: dividedBy(feature('imports_60d_usd'), plus(times(feature('declared_income_usd'), 2), 100)),
      unit: 'ratio',
      title: { es: 'Importaciones sobre ingresos', en: 'Imports to income' },
      description: {
        es: 'Importaciones de 60 días entre dos meses del ingreso declarado (más US$ 100): más de 1 es importar más de lo que se dice vender.',
        en: 'Imports of 60 days divided by two months of the declared income (plus US$ 100): above 1 it imports more than it says to sell.',
      },
      justification: {
        es: 'Nadie importa por más de lo que vende durante mucho tiempo.',
        en: 'Nobody imports for more than he sells for long.',
      },
      pattern: 'underdeclared_income',
    },
    customs_purchases_diff: {
      value: minus(
        dividedBy(feature('imports_60d_usd'), 2),
        dividedBy(record('declared_purchases'), feature('exchange_rate')),
      ),
      unit: 'USD',
      title: { es: 'Aduanas menos compras declaradas', en: 'Customs less declared purchases' },
      description: {
        es: 'Importaciones de un mes (la mitad de las de 60 días) menos las compras declaradas, en dólares.',
        en: 'Imports of a month (half of those of 60 days) less declared purchases, in dollars.',
      },
      justification: {
        es: 'Las compras declaradas incluyen lo importado: si aduanas vio más, algo no se declaró.',
        en: 'Declared purchases include imports: where customs saw more, something was not declared.',
      },
      pattern: 'underdeclared_income',
    },
    import_surge_ratio: {
      value: dividedBy(feature('imports_60d_usd'), plus(times(feature('imports_365d_usd'), 60 / 365), 100)),
      unit: 'ratio',
      title: { es: 'Aceleración de importaciones', en: 'Surge of imports' },
      description: {
        es: 'Importaciones de 60 días frente a su ritmo del año: 1 es lo habitual, cerca de 6 es que empezó ahora.',
        en: 'Imports of 60 days against its pace of the year: 1 is usual, near 6 it has just begun.',
      },
      justification: {
        es: 'Una empresa dormida que de pronto importa suele estar prestando su nombre.',
        en: 'A dormant company that suddenly imports often lends its name.',
      },
      pattern: 'dormant_importer',
    },
    import_own_income_ratio: {
      value: dividedBy(
        feature('imports_60d_usd'),
        plus(dividedBy(times(feature('own_income_mean_pen'), 2), feature('exchange_rate')), 500),
      ),
      unit: 'ratio',
      title: { es: 'Importaciones sobre su ingreso de antes', en: 'Imports to its earlier income' },
      description: {
        es: 'Importaciones de 60 días entre dos meses de su ingreso medio anterior (más US$ 500).',
        en: 'Imports of 60 days divided by two months of its earlier mean income (plus US$ 500).',
      },
      justification: {
        es: 'Quien apenas facturaba no tiene con qué pagar un gran embarque.',
        en: 'Who hardly sold anything has nothing to pay a large shipment with.',
      },
      pattern: 'dormant_importer',
    },
    is_dormant_importer: {
      value: when(and(above(feature('import_own_income_ratio'), 2), atMost(feature('own_income_median_pen'), 6000)))
        .then(1)
        .otherwise(0),
      title: { es: 'Dormida que importa', en: 'Dormant and importing' },
      description: {
        es: '1 si su ingreso mediano era de S/ 6,000 o menos y en 60 días importó por más del doble de lo que vendía.',
        en: '1 where its median income was S/ 6,000 or less and it imported for over twice its sales in 60 days.',
      },
      justification: {
        es: 'Junta las dos señales que por separado no dicen nada.',
        en: 'Joins two signs that say nothing each alone.',
      },
      pattern: 'dormant_importer',
    },
    customs_observed_share: {
      value: past({ of: 'customs_record', by: 'taxpayer_ruc', within: days(365) }).share(
        not(equals(record('compliance_status'), 'compliant')),
      ),
      unit: 'share',
      title: { es: 'Importaciones observadas', en: 'Imports observed' },
      description: {
        es: 'Parte de sus importaciones del año que aduanas observó o sancionó.',
        en: "Share of its year's imports that customs observed or penalised.",
      },
      justification: {
        es: 'Quien incumple en aduanas incumple también en lo interno.',
        en: 'Who does not comply at customs does not comply inland.',
      },
    },
    import_countries: {
      value: past({ of: 'customs_record', by: 'taxpayer_ruc', within: days(365) }).distinct('import_country'),
      unit: 'count',
      title: { es: 'Países de origen', en: 'Countries of origin' },
      description: {
        es: 'Países distintos de los que importó en el año.',
        en: 'Countries it imported from in a year.',
      },
      justification: {
        es: 'Un importador de verdad repite proveedores; el de encargo trae de todo.',
        en: 'A real importer keeps its suppliers; one that imports for others brings anything.',
      },
      pattern: 'dormant_importer',
    },
  }),
  { owner },
);
