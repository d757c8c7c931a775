import { days, type FeatureDeclaration, features } from '@rikuy/engine';
import { owner } from './owner.ts';

/** What the declaration says of itself, and when. */
export const declaredFeatures: readonly FeatureDeclaration[] = features(
  ({ record, past, feature, dividedBy, log1p, month, quarter, orElse }) => ({
    exchange_rate: {
      value: past({ of: 'economic_indicator', by: [], within: days(120) }).recent('exchange_rate'),
      unit: 'ratio',
      title: { es: 'Tipo de cambio conocido', en: 'Exchange rate as known' },
      description: {
        es: 'Soles por dólar según el último indicador publicado antes de la declaración.',
        en: 'Soles for a dollar by the newest indicator published before the declaration.',
      },
      justification: {
        es: 'Aduanas mide en dólares y la declaración en soles: hay que llevarlos a una sola moneda, con lo que se sabía.',
        en: 'Customs counts in dollars and returns in soles: both need one currency, by what was known.',
      },
    },
    gdp_growth_rate: {
      value: past({ of: 'economic_indicator', by: [], within: days(120) }).recent('gdp_growth_rate'),
      unit: 'percent',
      title: { es: 'Crecimiento del PBI conocido', en: 'GDP growth as known' },
      description: {
        es: 'Variación anual del PBI según el último indicador publicado antes de la declaración.',
        en: 'Yearly change of GDP by the newest indicator published before the declaration.',
      },
      justification: {
        es: 'En una recesión caen los ingresos de todos: lo que baja con la economía no es señal de nadie.',
        en: 'In a recession everybody earns less: what falls with the economy points at nobody.',
      },
    },
    month_of_transaction: {
      value: month(record('filing_date')),
      title: { es: 'Mes', en: 'Month' },
      description: { es: 'Mes de presentación, de 1 a 12, hora de Lima.', en: 'Month of filing, 1 to 12, Lima time.' },
      justification: {
        es: 'Hay meses de campaña y de cierre en que los números cambian para todos.',
        en: 'Some months are seasons or closings in which figures change for all.',
      },
    },
    quarter_of_year: {
      value: quarter(record('filing_date')),
      title: { es: 'Trimestre', en: 'Quarter' },
      description: { es: 'Trimestre de presentación, de 1 a 4.', en: 'Quarter of filing, 1 to 4.' },
      justification: {
        es: 'La estacionalidad por trimestres separa la campaña de lo inusual.',
        en: 'Seasons by quarter tell a campaign from what is unusual.',
      },
    },
    cat_sector: {
      value: record('sector'),
      kind: 'category',
      title: { es: 'Sector', en: 'Sector' },
      description: { es: 'Actividad económica declarada.', en: 'Economic activity as declared.' },
      justification: {
        es: 'Márgenes y formas de comprar dependen del sector.',
        en: 'Margins and ways of buying depend on the sector.',
      },
    },
    cat_tax_category: {
      value: record('tax_category'),
      kind: 'category',
      title: { es: 'Régimen', en: 'Tax category' },
      description: { es: 'Régimen del impuesto a la renta.', en: 'Regime of income tax.' },
      justification: {
        es: 'Cada régimen tiene sus tasas y sus topes, y con ellos sus tentaciones.',
        en: 'Each regime has its rates and ceilings, and with them its temptations.',
      },
    },
    cat_income_level: {
      value: record('income_level'),
      kind: 'category',
      title: { es: 'Nivel de ingresos', en: 'Income level' },
      description: { es: 'Tamaño por ventas anuales.', en: 'Size by yearly sales.' },
      justification: {
        es: 'Lo normal para una empresa grande es extraño en una micro.',
        en: 'What is normal for a large company is odd for a micro one.',
      },
    },
    declared_income_usd: {
      value: dividedBy(record('declared_income'), feature('exchange_rate')),
      unit: 'USD',
      title: { es: 'Ingresos en dólares', en: 'Income in dollars' },
      description: {
        es: 'Ingresos declarados, en dólares al tipo de cambio conocido.',
        en: 'Declared income in dollars at the rate as known.',
      },
      justification: {
        es: 'Permite comparar con lo que registra aduanas.',
        en: 'Makes it comparable with what customs records.',
      },
      pattern: 'underdeclared_income',
    },
    log_declared_income: {
      value: log1p(record('declared_income')),
      title: { es: 'Tamaño de los ingresos', en: 'Size of the income' },
      description: { es: 'Logaritmo de 1 + ingresos en soles.', en: 'Logarithm of 1 + income in soles.' },
      justification: {
        es: 'El tamaño importa por órdenes de magnitud, y acota lo que puede estar en juego.',
        en: 'Size matters by orders of magnitude, and bounds what can be at stake.',
      },
    },
    deduction_income_ratio: {
      value: dividedBy(record('deduction_amount'), record('declared_income')),
      unit: 'share',
      title: { es: 'Deducciones sobre ingresos', en: 'Deductions to income' },
      description: {
        es: 'Parte de los ingresos que se deduce: 100 % deja la renta en cero.',
        en: 'Share of the income that is deducted: 100 % leaves nothing to tax.',
      },
      justification: {
        es: 'Inflar gastos es la forma más directa de bajar la renta imponible.',
        en: 'Inflating expenses is the plainest way to lower taxable income.',
      },
      pattern: 'inflated_deductions',
    },
    tax_income_ratio: {
      value: dividedBy(record('declared_tax'), record('declared_income')),
      unit: 'share',
      title: { es: 'Tributo sobre ingresos', en: 'Tax to income' },
      description: {
        es: 'Tributo declarado entre ingresos declarados.',
        en: 'Declared tax divided by declared income.',
      },
      justification: {
        es: 'Resume cuánto queda por pagar después de todo lo que se resta.',
        en: 'Sums up what is left to pay after all that is taken off.',
      },
      pattern: 'inflated_deductions',
    },
    tax_credit_income_ratio: {
      value: dividedBy(record('tax_credit'), record('declared_income')),
      unit: 'share',
      title: { es: 'Crédito fiscal sobre ingresos', en: 'Tax credit to income' },
      description: {
        es: 'Crédito fiscal entre ingresos; cerca de 18 % anula el IGV de las ventas.',
        en: 'Tax credit divided by income; near 18 % it wipes out the VAT on sales.',
      },
      justification: {
        es: 'Las compras que solo existen en facturas se hacen por su crédito.',
        en: 'Purchases that exist on invoices only are made for their credit.',
      },
      pattern: 'invoice_carousel',
    },
    purchases_income_ratio: {
      value: dividedBy(record('declared_purchases'), record('declared_income')),
      unit: 'share',
      title: { es: 'Compras sobre ingresos', en: 'Purchases to income' },
      description: {
        es: 'Compras declaradas entre ingresos declarados.',
        en: 'Declared purchases by declared income.',
      },
      justification: {
        es: 'Quien compra tanto como vende no gana nada: un carrusel de facturas se ve así.',
        en: 'Who buys as much as he sells earns nothing: a carousel of invoices looks like that.',
      },
      pattern: 'invoice_carousel',
    },
    near_threshold_ratio: {
      value: dividedBy(record('near_threshold_invoices'), record('invoice_count')),
      unit: 'share',
      title: { es: 'Comprobantes justo bajo el umbral', en: 'Invoices just under the threshold' },
      description: {
        es: 'Parte de los comprobantes de compra entre el 90 y el 100 % del monto que obliga a pagar por un banco.',
        en: 'Share of purchase invoices between 90 and 100 % of the amount that must be paid through a bank.',
      },
      justification: {
        es: 'Una compra que se quedó justo por debajo no deja rastro bancario.',
        en: 'A purchase that stays just below leaves no trace at a bank.',
      },
      pattern: 'invoices_under_threshold',
    },
    near_threshold_sector_ratio: {
      value: orElse(
        dividedBy(feature('near_threshold_ratio'), feature('near_threshold_sector_mean')),
        feature('near_threshold_ratio'),
      ),
      unit: 'ratio',
      title: { es: 'Umbral frente al sector', en: 'Threshold against the sector' },
      description: {
        es: 'Veces que la parte de comprobantes bajo el umbral es la del sector.',
        en: 'How many times the share under the threshold is that of the sector.',
      },
      justification: {
        es: 'En algunos sectores las compras pequeñas son lo normal.',
        en: 'In some sectors small purchases are the rule.',
      },
      pattern: 'invoices_under_threshold',
    },
    near_threshold_sector_mean: {
      value: past({ by: 'sector', within: days(365) }).mean(
        dividedBy(record('near_threshold_invoices'), record('invoice_count')),
      ),
      unit: 'share',
      title: { es: 'Bajo el umbral en el sector', en: 'Under the threshold in the sector' },
      description: {
        es: 'Media del sector en los 365 días previos.',
        en: 'Mean of the sector over the 365 days before.',
      },
      justification: { es: 'Es el patrón de comparación del anterior.', en: 'What the former is compared with.' },
    },
  }),
  { owner },
);
