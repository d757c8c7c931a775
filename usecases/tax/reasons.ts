import type { ReasonText } from '@rikuy/engine';

/** A sentence for every feature, as an auditor would say it; none accuses anybody. */
export const taxReasons: Readonly<Record<string, ReasonText>> = {
  exchange_rate: {
    raises: {
      es: 'El tipo de cambio conocido, {value}, acompaña otras señales.',
      en: 'The exchange rate as known, {value}, goes with other signs.',
    },
    lowers: {
      es: 'El tipo de cambio conocido, {value}, no añade riesgo.',
      en: 'The exchange rate as known, {value}, adds no risk.',
    },
    short: { es: 'Tipo de cambio', en: 'Exchange rate' },
  },
  gdp_growth_rate: {
    raises: {
      es: 'Con la economía creciendo {value}, no explica por sí sola estas cifras.',
      en: 'An economy growing by {value} does not explain these figures by itself.',
    },
    lowers: {
      es: 'La economía creció {value}: explica en parte estas cifras.',
      en: 'The economy grew by {value}: that explains these figures in part.',
    },
    short: { es: 'Economía', en: 'Economy' },
  },
  month_of_transaction: {
    raises: {
      es: 'Se presentó en el mes {value}, en que hubo más hallazgos.',
      en: 'It was filed in month {value}, in which more was found.',
    },
    lowers: {
      es: 'Se presentó en el mes {value}, en que hubo menos hallazgos.',
      en: 'It was filed in month {value}, in which less was found.',
    },
    short: { es: 'Mes', en: 'Month' },
  },
  quarter_of_year: {
    raises: {
      es: 'Se presentó en el trimestre {value}, en que hubo más hallazgos.',
      en: 'It was filed in quarter {value}, in which more was found.',
    },
    lowers: {
      es: 'Se presentó en el trimestre {value}, en que hubo menos hallazgos.',
      en: 'It was filed in quarter {value}, in which less was found.',
    },
    short: { es: 'Trimestre', en: 'Quarter' },
  },
  cat_sector: {
    raises: {
      es: 'En su sector ({value}) las fiscalizaciones encontraron más que en otros.',
      en: 'Audits found more in its sector ({value}) than in others.',
    },
    lowers: {
      es: 'En su sector ({value}) las fiscalizaciones encontraron menos que en otros.',
      en: 'Audits found less in its sector ({value}) than in others.',
    },
    short: { es: 'Sector', en: 'Sector' },
  },
  cat_tax_category: {
    raises: {
      es: 'En su régimen ({value}) las fiscalizaciones encontraron más.',
      en: 'Audits found more in its regime ({value}).',
    },
    lowers: {
      es: 'En su régimen ({value}) las fiscalizaciones encontraron menos.',
      en: 'Audits found less in its regime ({value}).',
    },
    short: { es: 'Régimen', en: 'Tax category' },
  },
  cat_income_level: {
    raises: {
      es: 'En su nivel de ingresos ({value}) las fiscalizaciones encontraron más.',
      en: 'Audits found more at its income level ({value}).',
    },
    lowers: {
      es: 'En su nivel de ingresos ({value}) las fiscalizaciones encontraron menos.',
      en: 'Audits found less at its income level ({value}).',
    },
    short: { es: 'Nivel de ingresos', en: 'Income level' },
  },
  declared_income_usd: {
    raises: {
      es: 'Declara ingresos por {value}; lo habitual es {usual}.',
      en: 'It declares income of {value}; usual is {usual}.',
    },
    lowers: {
      es: 'Declara ingresos por {value}, un monto que no llama la atención.',
      en: 'It declares income of {value}, which is unremarkable.',
    },
    short: { es: 'Ingresos en dólares', en: 'Income in dollars' },
  },
  log_declared_income: {
    raises: {
      es: 'El tamaño de los ingresos declarados acompaña otras señales.',
      en: 'The size of the declared income goes with other signs.',
    },
    lowers: { es: 'El tamaño de los ingresos declarados es común.', en: 'The size of the declared income is common.' },
    short: { es: 'Tamaño de los ingresos', en: 'Size of income' },
  },
  deduction_income_ratio: {
    raises: {
      es: 'Deduce {value} de lo que ingresa; lo habitual es {usual}.',
      en: 'It deducts {value} of its income; usual is {usual}.',
    },
    lowers: {
      es: 'Deduce {value} de lo que ingresa, dentro de lo habitual ({usual}).',
      en: 'It deducts {value} of its income, as is usual ({usual}).',
    },
    short: { es: 'Deducciones sobre ingresos', en: 'Deductions to income' },
  },
  tax_income_ratio: {
    raises: {
      es: 'Paga {value} de lo que ingresa; lo habitual es {usual}.',
      en: 'It pays {value} of its income; usual is {usual}.',
    },
    lowers: {
      es: 'Paga {value} de lo que ingresa; lo habitual es {usual}.',
      en: 'It pays {value} of its income; usual is {usual}.',
    },
    short: { es: 'Tributo sobre ingresos', en: 'Tax to income' },
  },
  tax_credit_income_ratio: {
    raises: {
      es: 'El crédito fiscal equivale a {value} de los ingresos; lo habitual es {usual}.',
      en: 'The tax credit is {value} of the income; usual is {usual}.',
    },
    lowers: {
      es: 'El crédito fiscal, {value} de los ingresos, es el habitual.',
      en: 'The tax credit, {value} of the income, is as usual.',
    },
    short: { es: 'Crédito fiscal', en: 'Tax credit' },
  },
  purchases_income_ratio: {
    raises: {
      es: 'Compra por {value} de lo que vende; lo habitual es {usual}.',
      en: 'It buys {value} of what it sells; usual is {usual}.',
    },
    lowers: {
      es: 'Compra por {value} de lo que vende, dentro de lo habitual.',
      en: 'It buys {value} of what it sells, as is usual.',
    },
    short: { es: 'Compras sobre ingresos', en: 'Purchases to income' },
  },
  near_threshold_ratio: {
    raises: {
      es: '{value} de sus comprobantes de compra están justo bajo el umbral de bancarización; lo habitual es {usual}.',
      en: '{value} of its purchase invoices are just under the threshold for bank payment; usual is {usual}.',
    },
    lowers: {
      es: 'Pocos comprobantes están justo bajo el umbral de bancarización ({value}).',
      en: 'Few invoices are just under the threshold for bank payment ({value}).',
    },
    short: { es: 'Justo bajo el umbral', en: 'Just under the threshold' },
  },
  near_threshold_sector_ratio: {
    raises: {
      es: 'La parte de comprobantes bajo el umbral es {value} veces la de su sector.',
      en: 'The share of invoices under the threshold is {value} times that of its sector.',
    },
    lowers: {
      es: 'La parte de comprobantes bajo el umbral es {value} veces la de su sector: nada fuera de lo común.',
      en: 'The share of invoices under the threshold is {value} times that of its sector: nothing out of the common.',
    },
    short: { es: 'Umbral frente al sector', en: 'Threshold against sector' },
  },
  near_threshold_sector_mean: {
    raises: {
      es: 'En su sector, {value} de los comprobantes quedan bajo el umbral.',
      en: 'In its sector {value} of the invoices are under the threshold.',
    },
    lowers: {
      es: 'En su sector es común comprar bajo el umbral ({value}).',
      en: 'Buying under the threshold is common in its sector ({value}).',
    },
    short: { es: 'Umbral en el sector', en: 'Threshold in the sector' },
  },
  declarations_known: {
    raises: {
      es: 'Se conocen {value} declaraciones anteriores; lo habitual son {usual}.',
      en: '{value} earlier declarations are known; usual is {usual}.',
    },
    lowers: {
      es: 'Tiene historia: {value} declaraciones anteriores.',
      en: 'It has a history: {value} earlier declarations.',
    },
    short: { es: 'Declaraciones anteriores', en: 'Earlier declarations' },
  },
  own_income_mean_pen: {
    raises: {
      es: 'Su ingreso medio del último año, {value}, acompaña otras señales.',
      en: 'Its mean income of the last year, {value}, goes with other signs.',
    },
    lowers: {
      es: 'Su ingreso medio del último año, {value}, es el de un negocio común.',
      en: 'Its mean income of the last year, {value}, is that of a common business.',
    },
    short: { es: 'Ingreso propio, media', en: 'Own income, mean' },
  },
  own_income_median_pen: {
    raises: {
      es: 'Su mes típico era de {value}; entre los demás es {usual}.',
      en: 'Its typical month was {value}; among others it is {usual}.',
    },
    lowers: {
      es: 'Su mes típico era de {value}, sin señal de riesgo.',
      en: 'Its typical month was {value}, no sign of risk.',
    },
    short: { es: 'Ingreso propio, mediana', en: 'Own income, median' },
  },
  own_income_std_pen: {
    raises: {
      es: 'Sus ingresos variaban en {value} de mes a mes; lo habitual es {usual}.',
      en: 'Its income varied by {value} from month to month; usual is {usual}.',
    },
    lowers: {
      es: 'Sus ingresos variaban en {value} de mes a mes, lo propio de su tamaño.',
      en: 'Its income varied by {value} from month to month, as fits its size.',
    },
    short: { es: 'Variación propia', en: 'Own variation' },
  },
  income_own_diff: {
    raises: {
      es: 'El ingreso está a {value} desviaciones de su media; lo habitual es {usual}.',
      en: 'Income lies {value} deviations from its mean; usual is {usual}.',
    },
    lowers: {
      es: 'El ingreso está a {value} desviaciones de su media, lo que tranquiliza.',
      en: 'Income lies {value} deviations from its mean, which reassures.',
    },
    short: { es: 'Ingreso frente al propio', en: 'Income against own' },
  },
  income_own_ratio: {
    raises: { es: 'Declara {value} de su ingreso habitual.', en: 'It declares {value} of its usual income.' },
    lowers: {
      es: 'Declara {value} de su ingreso habitual: nada que explicar.',
      en: 'It declares {value} of its usual income: nothing to explain.',
    },
    short: { es: 'Parte de su ingreso habitual', en: 'Share of usual income' },
  },
  deduction_own_diff: {
    raises: {
      es: 'Las deducciones se apartan en {value} de los ingresos de lo que solía deducir.',
      en: 'Deductions lie {value} of income away from what it used to deduct.',
    },
    lowers: {
      es: 'Las deducciones siguen cerca de lo que solía deducir (diferencia de {value}).',
      en: 'Deductions are still near what it used to deduct (a difference of {value}).',
    },
    short: { es: 'Deducciones frente a las propias', en: 'Deductions against own' },
  },
  near_threshold_own_diff: {
    raises: {
      es: 'La parte de comprobantes bajo el umbral cambió en {value} frente a lo suyo.',
      en: 'The share of invoices under the threshold changed by {value} against its own.',
    },
    lowers: {
      es: 'La parte de comprobantes bajo el umbral es como la suya de antes (diferencia de {value}).',
      en: 'The share of invoices under the threshold is as it used to be (a difference of {value}).',
    },
    short: { es: 'Umbral frente a lo propio', en: 'Threshold against own' },
  },
  purchases_own_ratio: {
    raises: { es: 'Las compras son {value} de las suyas habituales.', en: 'Purchases are {value} of its usual ones.' },
    lowers: {
      es: 'Las compras son {value} de las suyas habituales, sin saltos.',
      en: 'Purchases are {value} of its usual ones, without a jump.',
    },
    short: { es: 'Compras frente a las propias', en: 'Purchases against own' },
  },
  sector_income_mean_pen: {
    raises: {
      es: 'Sus pares de sector y tamaño ingresan {value} en promedio.',
      en: 'Its peers of sector and size take in {value} on average.',
    },
    lowers: {
      es: 'Sus pares de sector y tamaño ingresan {value} en promedio: nada inusual.',
      en: 'Its peers of sector and size take in {value} on average: nothing unusual.',
    },
    short: { es: 'Media del sector', en: "Sector's mean" },
  },
  sector_income_median_pen: {
    raises: { es: 'El mes típico de sus pares es de {value}.', en: 'The typical month of its peers is {value}.' },
    lowers: {
      es: 'El mes típico de sus pares es de {value}: nada inusual.',
      en: 'The typical month of its peers is {value}: nothing unusual.',
    },
    short: { es: 'Mediana del sector', en: "Sector's median" },
  },
  sector_income_std_pen: {
    raises: {
      es: 'Entre sus pares los ingresos difieren en {value}.',
      en: 'Income among its peers differs by {value}.',
    },
    lowers: {
      es: 'Entre sus pares es común diferir en {value}.',
      en: 'A difference of {value} is common among its peers.',
    },
    short: { es: 'Variación del sector', en: "Sector's variation" },
  },
  income_sector_ratio: {
    raises: {
      es: 'Declara {value} de lo que declara un par típico.',
      en: 'It declares {value} of what a typical peer does.',
    },
    lowers: {
      es: 'Declara {value} de lo que declara un par típico: no es señal.',
      en: 'It declares {value} of what a typical peer does: no sign.',
    },
    short: { es: 'Ingreso frente al sector', en: 'Income against sector' },
  },
  deduction_sector_median: {
    raises: { es: 'En su sector se deduce {value} de los ingresos.', en: 'Its sector deducts {value} of income.' },
    lowers: {
      es: 'En su sector es normal deducir {value} de los ingresos.',
      en: 'Deducting {value} of income is normal in its sector.',
    },
    short: { es: 'Deducciones del sector', en: "Sector's deductions" },
  },
  deduction_sector_diff: {
    raises: {
      es: 'Deduce {value} de sus ingresos más que su sector.',
      en: 'It deducts {value} of its income more than its sector.',
    },
    lowers: {
      es: 'La diferencia con las deducciones de su sector es de {value}, nada inusual.',
      en: 'The difference from the deductions of its sector is {value}, nothing unusual.',
    },
    short: { es: 'Deducciones frente al sector', en: 'Deductions against sector' },
  },
  sector_evasion_risk: {
    raises: {
      es: 'En su sector, {value} de las fiscalizaciones cerradas encontró algo.',
      en: 'In its sector {value} of closed audits found something.',
    },
    lowers: {
      es: 'En su sector las fiscalizaciones encuentran poco ({value}).',
      en: 'Audits find little in its sector ({value}).',
    },
    short: { es: 'Hallazgos en el sector', en: 'Findings in the sector' },
  },
  imports_60d_usd: {
    raises: {
      es: 'Aduanas registró importaciones por {value} en 60 días.',
      en: 'Customs recorded imports of {value} in 60 days.',
    },
    lowers: {
      es: 'Las importaciones de 60 días, {value}, no añaden riesgo.',
      en: 'The imports of 60 days, {value}, add no risk.',
    },
    short: { es: 'Importaciones recientes', en: 'Recent imports' },
  },
  imports_365d_usd: {
    raises: { es: 'Importó por {value} en un año.', en: 'It imported for {value} within a year.' },
    lowers: {
      es: 'Importó por {value} en un año, acorde con su negocio.',
      en: 'It imported for {value} within a year, in line with its business.',
    },
    short: { es: 'Importaciones del año', en: "Year's imports" },
  },
  is_importer: {
    raises: {
      es: 'Importa, y hay con qué contrastar lo que declara.',
      en: 'It imports, so that there is something to compare with.',
    },
    lowers: {
      es: 'No hay nada en aduanas que contradiga lo declarado.',
      en: 'Nothing at customs contradicts what is declared.',
    },
    short: { es: 'Es importador', en: 'Is an importer' },
  },
  import_tax_ratio: {
    raises: {
      es: 'Importó {value} veces lo que declara vender en el mismo tiempo; lo habitual es {usual}.',
      en: 'It imported {value} times what it says to sell in the same time; usual is {usual}.',
    },
    lowers: {
      es: 'Importa {value} veces lo que declara vender: cabe en sus ventas.',
      en: 'It imports {value} times what it says to sell: that fits its sales.',
    },
    short: { es: 'Importaciones sobre ingresos', en: 'Imports to income' },
  },
  customs_purchases_diff: {
    raises: {
      es: 'La diferencia entre lo que aduanas vio entrar y las compras declaradas es de {value}.',
      en: 'The difference between what customs saw come in and declared purchases is {value}.',
    },
    lowers: {
      es: 'Las compras declaradas cubren lo que aduanas vio entrar ({value}).',
      en: 'Declared purchases cover what customs saw come in ({value}).',
    },
    short: { es: 'Aduanas menos compras', en: 'Customs less purchases' },
  },
  import_surge_ratio: {
    raises: { es: 'Importa {value} veces su ritmo del año.', en: 'It imports {value} times its pace of the year.' },
    lowers: {
      es: 'Importa a su ritmo de siempre ({value} veces el del año).',
      en: 'It imports at its usual pace ({value} times that of the year).',
    },
    short: { es: 'Aceleración de importaciones', en: 'Surge of imports' },
  },
  import_own_income_ratio: {
    raises: {
      es: 'Importó {value} veces lo que venía vendiendo.',
      en: 'It imported {value} times what it used to sell.',
    },
    lowers: {
      es: 'Lo que importa cabe en lo que venía vendiendo ({value} veces).',
      en: 'What it imports fits what it used to sell ({value} times).',
    },
    short: { es: 'Importaciones sobre su ingreso de antes', en: 'Imports to earlier income' },
  },
  is_dormant_importer: {
    raises: {
      es: 'Apenas vendía y de pronto importa por más del doble de sus ventas.',
      en: 'It hardly sold anything and suddenly imports for over twice its sales.',
    },
    lowers: {
      es: 'No es una empresa dormida que empieza a importar.',
      en: 'It is no dormant company that begins to import.',
    },
    short: { es: 'Dormida que importa', en: 'Dormant and importing' },
  },
  customs_observed_share: {
    raises: {
      es: 'Aduanas observó {value} de sus importaciones del año.',
      en: "Customs observed {value} of its year's imports.",
    },
    lowers: {
      es: 'Aduanas observó {value} de sus importaciones: lo habitual.',
      en: 'Customs observed {value} of its imports: as usual.',
    },
    short: { es: 'Importaciones observadas', en: 'Imports observed' },
  },
  import_countries: {
    raises: { es: 'Importó de {value} países en un año.', en: 'It imported from {value} countries within a year.' },
    lowers: {
      es: 'Importó de {value} países en un año, como un importador estable.',
      en: 'It imported from {value} countries within a year, like a steady importer.',
    },
    short: { es: 'Países de origen', en: 'Countries of origin' },
  },
  past_actions: {
    raises: {
      es: 'Antes de esta declaración tuvo {value} acciones de cumplimiento en dos años.',
      en: 'Before this return it had {value} enforcement actions within two years.',
    },
    lowers: {
      es: 'Antes de esta declaración tuvo {value} acciones en dos años: no añade riesgo.',
      en: 'Before this return it had {value} actions within two years: no added risk.',
    },
    short: { es: 'Acciones anteriores', en: 'Earlier actions' },
  },
  is_penalised_before: {
    raises: { es: 'Tuvo acciones de cumplimiento antes de declarar.', en: 'It had enforcement actions before filing.' },
    lowers: {
      es: 'Su historia de acciones de cumplimiento no añade riesgo.',
      en: 'Its history of enforcement actions adds no risk.',
    },
    short: { es: 'Sancionado antes', en: 'Penalised before' },
  },
  past_penalties_usd: {
    raises: { es: 'Las sanciones anteriores suman {value}.', en: 'Earlier penalties add up to {value}.' },
    lowers: {
      es: 'Las sanciones anteriores, {value}, no añaden riesgo.',
      en: 'Earlier penalties, {value}, add no risk.',
    },
    short: { es: 'Sanciones anteriores', en: 'Earlier penalties' },
  },
  enforcement_penalty_diff: {
    raises: {
      es: 'Las sanciones cambiaron en {value} de un año al otro.',
      en: 'Penalties changed by {value} from one year to the next.',
    },
    lowers: {
      es: 'El cambio de sanciones de un año al otro, {value}, no añade riesgo.',
      en: 'The change of penalties from one year to the next, {value}, adds no risk.',
    },
    short: { es: 'Cambio en sanciones', en: 'Change of penalties' },
  },
  days_since_last_action: {
    raises: {
      es: 'La última acción de cumplimiento fue hace {value}.',
      en: 'The last enforcement action was {value} ago.',
    },
    lowers: {
      es: 'La última acción de cumplimiento fue hace {value}, lo que resta riesgo.',
      en: 'The last enforcement action was {value} ago, which lowers the risk.',
    },
    short: { es: 'Última acción', en: 'Last action' },
  },
  taxpayer_evasion_risk: {
    raises: {
      es: 'Sus fiscalizaciones cerradas dan una tasa de hallazgo de {value}; lo habitual es {usual}.',
      en: 'Its closed audits give a rate of findings of {value}; usual is {usual}.',
    },
    lowers: {
      es: 'Sus fiscalizaciones cerradas dan una tasa de hallazgo de {value}, baja.',
      en: 'Its closed audits give a rate of findings of {value}, which is low.',
    },
    short: { es: 'Hallazgos propios', en: 'Own findings' },
  },
  representative_evasion_risk: {
    raises: {
      es: 'Entre quienes declara el mismo representante, la tasa de hallazgo es {value}; lo habitual es {usual}.',
      en: 'Among those for whom the same representative files, the rate of findings is {value}; usual is {usual}.',
    },
    lowers: {
      es: 'Entre quienes declara el mismo representante se encuentra poco ({value}).',
      en: 'Little is found among those for whom the same representative files ({value}).',
    },
    short: { es: 'Hallazgos del representante', en: "Representative's findings" },
  },
  representative_clients: {
    raises: {
      es: 'El representante declara por {value} contribuyentes; lo habitual es {usual}.',
      en: 'The representative files for {value} taxpayers; usual is {usual}.',
    },
    lowers: {
      es: 'El representante declara por {value} contribuyentes, como un estudio contable.',
      en: 'The representative files for {value} taxpayers, like an accounting firm.',
    },
    short: { es: 'Clientes del representante', en: "Representative's clients" },
  },
  is_reciprocal_supplier: {
    raises: {
      es: 'Su proveedor principal lo declara a él como proveedor principal.',
      en: 'Its main supplier declares it as its own main supplier.',
    },
    lowers: {
      es: 'Su proveedor principal no le compra a su vez.',
      en: 'Its main supplier does not buy from it in turn.',
    },
    short: { es: 'Proveedor y cliente', en: 'Supplier and customer' },
  },
  supplier_tax_ratio: {
    raises: {
      es: 'Su proveedor principal paga {value} de lo que ingresa; lo habitual es {usual}.',
      en: 'Its main supplier pays {value} of its income; usual is {usual}.',
    },
    lowers: {
      es: 'Su proveedor principal paga {value} de lo que ingresa: hay quien responde por el crédito.',
      en: 'Its main supplier pays {value} of its income: somebody stands for the credit.',
    },
    short: { es: 'Tributo del proveedor', en: "Supplier's tax" },
  },
  supplier_purchases_ratio: {
    raises: {
      es: 'Su proveedor principal compra {value} de lo que vende; lo habitual es {usual}.',
      en: 'Its main supplier buys {value} of what it sells; usual is {usual}.',
    },
    lowers: {
      es: 'Su proveedor principal compra {value} de lo que vende: tiene margen.',
      en: 'Its main supplier buys {value} of what it sells: it has a margin.',
    },
    short: { es: 'Compras del proveedor', en: "Supplier's purchases" },
  },
  supplier_customers: {
    raises: {
      es: 'Su proveedor principal tiene {value} clientes conocidos; lo habitual es {usual}.',
      en: 'Its main supplier has {value} known customers; usual is {usual}.',
    },
    lowers: {
      es: 'Su proveedor principal tiene {value} clientes conocidos.',
      en: 'Its main supplier has {value} known customers.',
    },
    short: { es: 'Clientes del proveedor', en: "Supplier's customers" },
  },
  representative_purchases_ratio: {
    raises: {
      es: 'Los clientes de su representante compran {value} de lo que venden; lo habitual es {usual}.',
      en: 'The clients of its representative buy {value} of what they sell; usual is {usual}.',
    },
    lowers: {
      es: 'Los clientes de su representante compran {value} de lo que venden, como es común.',
      en: 'The clients of its representative buy {value} of what they sell, as is common.',
    },
    short: { es: 'Compras entre clientes', en: 'Purchases among clients' },
  },
  representative_supplier_share: {
    raises: {
      es: '{value} de las declaraciones del representante tienen este mismo proveedor principal.',
      en: "{value} of the representative's declarations have this same main supplier.",
    },
    lowers: {
      es: 'El proveedor no se repite entre los clientes del representante ({value}).',
      en: "The supplier is not repeated among the representative's clients ({value}).",
    },
    short: { es: 'Proveedor compartido', en: 'Shared supplier' },
  },
  representative_declarations: {
    raises: {
      es: 'El representante presentó {value} declaraciones en medio año; lo habitual es {usual}.',
      en: 'The representative filed {value} declarations in half a year; usual is {usual}.',
    },
    lowers: {
      es: 'El representante presentó {value} declaraciones en medio año.',
      en: 'The representative filed {value} declarations in half a year.',
    },
    short: { es: 'Declaraciones del representante', en: "Representative's declarations" },
  },
  interaction_deduction_peers: {
    raises: {
      es: 'Deduce más que sus pares y más que antes, a la vez.',
      en: 'It deducts more than peers and more than before, at once.',
    },
    lowers: {
      es: 'No deduce más que sus pares y que antes a la vez.',
      en: 'It does not deduct more than peers and than before at once.',
    },
    short: { es: 'Deducciones altas en todo', en: 'Deductions high all round' },
  },
  interaction_imports_income: {
    raises: {
      es: 'Importa como siempre o más mientras sus ingresos declarados caen.',
      en: 'It imports as ever or more while its declared income falls.',
    },
    lowers: { es: 'Importaciones e ingresos se mueven juntos.', en: 'Imports and income move together.' },
    short: { es: 'Importa más, declara menos', en: 'Imports more, declares less' },
  },
  interaction_credit_threshold: {
    raises: {
      es: 'Junta mucho crédito fiscal con muchas compras justo bajo el umbral.',
      en: 'It joins much tax credit with many purchases just under the threshold.',
    },
    lowers: {
      es: 'No junta mucho crédito con compras bajo el umbral.',
      en: 'It does not join much credit with purchases under the threshold.',
    },
    short: { es: 'Crédito y umbral', en: 'Credit and threshold' },
  },
};
