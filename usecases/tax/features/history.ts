import { days, type FeatureDeclaration, features } from '@rikuy/engine';
import { owner } from './owner.ts';

/** The declaration against the taxpayer's own past and against peers of sector and size. */
export const historyFeatures: readonly FeatureDeclaration[] = features(
  ({ record, past, label, feature, dividedBy, minus }) => ({
    declarations_known: {
      value: past({ by: 'taxpayer_ruc', within: 'all' }).count(),
      unit: 'count',
      title: { es: 'Declaraciones anteriores', en: 'Earlier declarations' },
      description: { es: 'Declaraciones conocidas del contribuyente.', en: 'Known declarations of the taxpayer.' },
      justification: {
        es: 'Sin historia no hay con qué comparar; las empresas de fachada son nuevas.',
        en: 'Without a history there is nothing to compare with; shells are new.',
      },
      pattern: 'dormant_importer',
    },
    own_income_mean_pen: {
      value: past({ by: 'taxpayer_ruc', within: days(365) }).mean('declared_income'),
      unit: 'PEN',
      title: { es: 'Ingreso propio, media', en: 'Own income, mean' },
      description: {
        es: 'Media de sus ingresos declarados en los 365 días previos.',
        en: 'Mean of its declared income over the 365 days before.',
      },
      justification: { es: 'Es lo habitual en este contribuyente.', en: 'What is usual for this taxpayer.' },
    },
    own_income_median_pen: {
      value: past({ by: 'taxpayer_ruc', within: days(365) }).median('declared_income'),
      unit: 'PEN',
      title: { es: 'Ingreso propio, mediana', en: 'Own income, median' },
      description: {
        es: 'Mediana de sus ingresos declarados en los 365 días previos.',
        en: 'Median of its declared income over the 365 days before.',
      },
      justification: {
        es: 'Un mes extraordinario no la mueve.',
        en: 'One extraordinary month does not move it.',
      },
    },
    own_income_std_pen: {
      value: past({ by: 'taxpayer_ruc', within: days(365) }).std('declared_income'),
      unit: 'PEN',
      title: { es: 'Ingreso propio, desviación', en: 'Own income, standard deviation' },
      description: {
        es: 'Desviación estándar de sus ingresos declarados en los 365 días previos.',
        en: 'Standard deviation of its declared income over the 365 days before.',
      },
      justification: {
        es: 'Quien vende por campañas varía; quien vende parejo, no: un salto no vale lo mismo.',
        en: 'Who sells by seasons varies, who sells evenly does not: a jump is not worth the same.',
      },
    },
    income_own_diff: {
      value: dividedBy(minus(record('declared_income'), feature('own_income_mean_pen')), feature('own_income_std_pen')),
      unit: 'ratio',
      title: { es: 'Ingreso frente al propio', en: 'Income against own' },
      description: {
        es: 'Desviaciones estándar entre este ingreso y su media: negativo es menos que lo habitual.',
        en: 'Standard deviations between this income and its mean: negative is less than usual.',
      },
      justification: {
        es: 'Los ingresos que caen sin que caiga la actividad pueden haberse omitido.',
        en: 'Income that falls while activity does not may have been left out.',
      },
      pattern: 'underdeclared_income',
    },
    income_own_ratio: {
      value: dividedBy(record('declared_income'), feature('own_income_median_pen')),
      unit: 'share',
      title: { es: 'Parte de su ingreso habitual', en: 'Share of its usual income' },
      description: {
        es: 'Ingreso declarado entre la mediana propia: 100 % es lo habitual.',
        en: 'Declared income divided by its own median: 100 % is usual.',
      },
      justification: {
        es: 'Dice en una cifra cuánto se aparta el mes de los anteriores.',
        en: 'Says in one figure how far the month lies from those before.',
      },
      pattern: 'underdeclared_income',
    },
    deduction_own_diff: {
      value: minus(
        feature('deduction_income_ratio'),
        past({ by: 'taxpayer_ruc', within: days(365) }).median(
          dividedBy(record('deduction_amount'), record('declared_income')),
        ),
      ),
      unit: 'share',
      title: { es: 'Deducciones frente a las propias', en: 'Deductions against own' },
      description: {
        es: 'Deducciones sobre ingresos menos la mediana propia de los 365 días previos.',
        en: 'Deductions to income less its own median over the 365 days before.',
      },
      justification: {
        es: 'Gastos que saltan sin que el negocio cambie piden explicación.',
        en: 'Expenses that jump while the business does not change ask for an explanation.',
      },
      pattern: 'inflated_deductions',
    },
    near_threshold_own_diff: {
      value: minus(
        feature('near_threshold_ratio'),
        past({ by: 'taxpayer_ruc', within: days(365) }).median(
          dividedBy(record('near_threshold_invoices'), record('invoice_count')),
        ),
      ),
      unit: 'share',
      title: { es: 'Bajo el umbral frente a lo propio', en: 'Under the threshold against own' },
      description: {
        es: 'Parte de comprobantes bajo el umbral menos su mediana de los 365 días previos.',
        en: 'Share of invoices under the threshold less its median over the 365 days before.',
      },
      justification: {
        es: 'Un cambio repentino en la forma de comprar no suele ser casual.',
        en: 'A sudden change in the way of buying is seldom by chance.',
      },
      pattern: 'invoices_under_threshold',
    },
    purchases_own_ratio: {
      value: dividedBy(
        record('declared_purchases'),
        past({ by: 'taxpayer_ruc', within: days(365) }).median('declared_purchases'),
      ),
      unit: 'share',
      title: { es: 'Compras frente a las propias', en: 'Purchases against own' },
      description: {
        es: 'Compras declaradas entre su mediana de los 365 días previos.',
        en: 'Declared purchases by their median over the 365 days before.',
      },
      justification: {
        es: 'Compras que se multiplican de un mes a otro pueden ser solo papeles.',
        en: 'Purchases that multiply from one month to the next may be paper only.',
      },
      pattern: 'invoice_carousel',
    },
    sector_income_mean_pen: {
      value: past({ by: ['sector', 'income_level'], within: days(365) }).mean('declared_income'),
      unit: 'PEN',
      title: { es: 'Ingreso del sector, media', en: "Sector's income, mean" },
      description: {
        es: 'Media de los ingresos de su sector y tamaño en los 365 días previos.',
        en: 'Mean income of its sector and size over the 365 days before.',
      },
      justification: { es: 'Es lo habitual entre pares.', en: 'What is usual among peers.' },
    },
    sector_income_median_pen: {
      value: past({ by: ['sector', 'income_level'], within: days(365) }).median('declared_income'),
      unit: 'PEN',
      title: { es: 'Ingreso del sector, mediana', en: "Sector's income, median" },
      description: {
        es: 'Mediana de los ingresos de su sector y tamaño en los 365 días previos.',
        en: 'Median income of its sector and size over the 365 days before.',
      },
      justification: { es: 'Los más grandes no la mueven.', en: 'The largest do not move it.' },
    },
    sector_income_std_pen: {
      value: past({ by: ['sector', 'income_level'], within: days(365) }).std('declared_income'),
      unit: 'PEN',
      title: { es: 'Ingreso del sector, desviación', en: "Sector's income, standard deviation" },
      description: {
        es: 'Desviación estándar de los ingresos de su sector y tamaño en los 365 días previos.',
        en: 'Standard deviation of income in its sector and size over the 365 days before.',
      },
      justification: {
        es: 'Dice si en el sector es común diferir.',
        en: 'Says whether it is common to differ in the sector.',
      },
    },
    income_sector_ratio: {
      value: dividedBy(record('declared_income'), feature('sector_income_median_pen')),
      unit: 'share',
      title: { es: 'Ingreso frente al sector', en: 'Income against the sector' },
      description: {
        es: 'Ingreso declarado entre la mediana de sus pares.',
        en: 'Declared income divided by the median of its peers.',
      },
      justification: {
        es: 'Declarar mucho menos que los pares es señal solo si la actividad es como la de ellos.',
        en: 'Declaring far less than peers is a sign only where activity is like theirs.',
      },
      pattern: 'underdeclared_income',
    },
    deduction_sector_median: {
      value: past({ by: 'sector', within: days(365) }).median(
        dividedBy(record('deduction_amount'), record('declared_income')),
      ),
      unit: 'share',
      title: { es: 'Deducciones del sector', en: "Sector's deductions" },
      description: {
        es: 'Mediana de deducciones sobre ingresos del sector en los 365 días previos.',
        en: 'Median deductions to income of the sector over the 365 days before.',
      },
      justification: { es: 'Es el patrón de comparación del sector.', en: 'What the sector is measured by.' },
    },
    deduction_sector_diff: {
      value: minus(feature('deduction_income_ratio'), feature('deduction_sector_median')),
      unit: 'share',
      title: { es: 'Deducciones frente al sector', en: 'Deductions against the sector' },
      description: {
        es: 'Deducciones sobre ingresos menos la mediana del sector.',
        en: 'Deductions to income less the median of the sector.',
      },
      justification: {
        es: 'Los márgenes de un sector se parecen: quien deduce mucho más que sus pares debe mostrar por qué.',
        en: 'Margins of a sector are alike: who deducts far more than peers has to show why.',
      },
      pattern: 'inflated_deductions',
    },
    sector_evasion_risk: {
      value: label('evasion').rate({ by: 'sector', prior: 40, within: days(730) }),
      unit: 'share',
      title: { es: 'Hallazgos en el sector', en: 'Findings in the sector' },
      description: {
        es: 'Parte de las fiscalizaciones del sector con hallazgo, según lo que se sabía, suavizada hacia la tasa general.',
        en: 'Share of audits in the sector that found something, as known, smoothed towards the general rate.',
      },
      justification: {
        es: 'En algunos sectores se evade más; lo dicen las fiscalizaciones ya cerradas.',
        en: 'Some sectors evade more; closed audits say so.',
      },
    },
  }),
  { owner },
);
