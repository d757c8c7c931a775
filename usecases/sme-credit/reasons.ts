import type { ReasonText } from '@rikuy/engine';

/** A sentence for every feature that a model sees, in an owner's words; none accuses anybody. */
export const smeCreditReasons: Readonly<Record<string, ReasonText>> = {
  loan_amount_pen: {
    raises: {
      es: 'El monto pedido es alto: {value}; lo habitual es {usual}.',
      en: 'The amount asked for is high: {value}; usual is {usual}.',
    },
    lowers: { es: 'El monto pedido, {value}, es moderado.', en: 'The amount asked for, {value}, is moderate.' },
    short: { es: 'Monto pedido', en: 'Amount' },
  },
  monthly_income_pen: {
    raises: {
      es: 'Los ingresos mensuales, {value}, acompañan otras señales de riesgo.',
      en: 'Monthly income, {value}, goes with other signs of risk.',
    },
    lowers: { es: 'Los ingresos mensuales, {value}, ayudan.', en: 'Monthly income, {value}, helps.' },
    short: { es: 'Ingresos', en: 'Income' },
  },
  annual_sales_pen: {
    raises: {
      es: 'Las ventas del año, {value}, acompañan otras señales de riesgo.',
      en: "The year's sales, {value}, go with other signs of risk.",
    },
    lowers: { es: 'Las ventas del año, {value}, dan respaldo.', en: "The year's sales, {value}, give support." },
    short: { es: 'Ventas anuales', en: 'Yearly sales' },
  },
  sales_in_tax_units: {
    raises: {
      es: 'El tamaño del negocio, {value} UIT de ventas, acompaña otras señales de riesgo.',
      en: 'The size of the business, {value} UIT of sales, goes with other signs of risk.',
    },
    lowers: {
      es: 'El tamaño del negocio, {value} UIT de ventas, da respaldo.',
      en: 'The size of the business, {value} UIT of sales, gives support.',
    },
    short: { es: 'Tamaño', en: 'Size' },
  },
  log_monthly_income: {
    raises: {
      es: 'La escala de los ingresos acompaña otras señales de riesgo.',
      en: 'The scale of income goes with other signs of risk.',
    },
    lowers: { es: 'La escala de los ingresos da respaldo.', en: 'The scale of income gives support.' },
    short: { es: 'Escala de ingresos', en: 'Scale of income' },
  },
  log_monthly_expenses: {
    raises: {
      es: 'La escala de los gastos acompaña otras señales de riesgo.',
      en: 'The scale of expenses goes with other signs of risk.',
    },
    lowers: { es: 'La escala de los gastos es llevadera.', en: 'The scale of expenses is bearable.' },
    short: { es: 'Escala de gastos', en: 'Scale of expenses' },
  },
  instalment_to_income: {
    raises: {
      es: 'La cuota sería {value} de las ventas de un mes; lo habitual es {usual}.',
      en: "The instalment would be {value} of a month's sales; usual is {usual}.",
    },
    lowers: {
      es: 'La cuota sería {value} de las ventas de un mes: cabe con holgura.',
      en: "The instalment would be {value} of a month's sales: it fits easily.",
    },
    short: { es: 'Cuota y ventas', en: 'Instalment to sales' },
  },
  loan_to_sales: {
    raises: {
      es: 'Se pide {value} de las ventas de un año; lo habitual es {usual}.',
      en: "The amount is {value} of a year's sales; usual is {usual}.",
    },
    lowers: {
      es: 'Se pide {value} de las ventas de un año: está a la medida.',
      en: "The amount is {value} of a year's sales: within reach.",
    },
    short: { es: 'Monto y ventas', en: 'Amount to sales' },
  },
  term_months: {
    raises: {
      es: 'El plazo es de {value} meses; lo habitual es {usual}.',
      en: 'The term is {value} months; usual is {usual}.',
    },
    lowers: { es: 'El plazo, {value} meses, ayuda.', en: 'The term, {value} months, helps.' },
    short: { es: 'Plazo', en: 'Term' },
  },
  net_cash_flow: {
    raises: {
      es: 'Cada mes quedan {value} después de gastos; lo habitual es {usual}.',
      en: 'Each month {value} is left after expenses; usual is {usual}.',
    },
    lowers: { es: 'Cada mes quedan {value} después de gastos.', en: 'Each month {value} is left after expenses.' },
    short: { es: 'Flujo mensual', en: 'Monthly cash' },
  },
  total_cash_flows: {
    raises: {
      es: 'En doce meses quedaron {value}; lo habitual es {usual}.',
      en: 'Over twelve months {value} was left; usual is {usual}.',
    },
    lowers: {
      es: 'En doce meses quedaron {value}: el negocio deja dinero.',
      en: 'Over twelve months {value} was left: the business leaves money.',
    },
    short: { es: 'Caja del año', en: "Year's cash" },
  },
  cash_margin: {
    raises: {
      es: 'De lo vendido en el año queda {value}; lo habitual es {usual}.',
      en: "Of the year's sales {value} is left; usual is {usual}.",
    },
    lowers: {
      es: 'De lo vendido en el año queda {value}, un buen margen.',
      en: "Of the year's sales {value} is left, a good margin.",
    },
    short: { es: 'Margen de caja', en: 'Cash margin' },
  },
  cash_flow_stability: {
    raises: {
      es: 'Lo que queda cada mes varía mucho (estabilidad {value}; lo habitual es {usual}).',
      en: 'What is left each month varies much (stability {value}; usual is {usual}).',
    },
    lowers: {
      es: 'Lo que queda cada mes es parejo (estabilidad {value}).',
      en: 'What is left each month is even (stability {value}).',
    },
    short: { es: 'Estabilidad', en: 'Stability' },
  },
  cash_to_instalment: {
    raises: {
      es: 'Lo que queda al mes cubre {value} veces la cuota; lo habitual es {usual}.',
      en: 'What is left a month covers the instalment {value} times; usual is {usual}.',
    },
    lowers: {
      es: 'Lo que queda al mes cubre {value} veces la cuota.',
      en: 'What is left a month covers the instalment {value} times.',
    },
    short: { es: 'Caja por cuota', en: 'Cash per instalment' },
  },
  income_trend_3m: {
    raises: {
      es: 'Las ventas del trimestre son {value} veces las del año; lo habitual es {usual}.',
      en: "The quarter's sales are {value} times the year's; usual is {usual}.",
    },
    lowers: {
      es: 'Las ventas del trimestre son {value} veces las del año.',
      en: "The quarter's sales are {value} times the year's.",
    },
    short: { es: 'Ventas recientes', en: 'Recent sales' },
  },
  cash_trend_6m: {
    raises: {
      es: 'Lo que queda cada mes viene bajando ({value} de las ventas).',
      en: 'What is left each month is falling ({value} of sales).',
    },
    lowers: {
      es: 'Lo que queda cada mes se mantiene o mejora ({value} de las ventas).',
      en: 'What is left each month holds or improves ({value} of sales).',
    },
    short: { es: 'Tendencia', en: 'Trend' },
  },
  income_declared_gap: {
    raises: {
      es: 'Los ingresos declarados son {value} veces los de los comprobantes.',
      en: 'Declared income is {value} times that of the invoices.',
    },
    lowers: {
      es: 'Los ingresos declarados coinciden con los comprobantes ({value} veces).',
      en: 'Declared income agrees with the invoices ({value} times).',
    },
    short: { es: 'Declarado y facturado', en: 'Declared to invoiced' },
  },
  months_of_records: {
    raises: {
      es: 'Hay registros de {value} meses; lo habitual es {usual}.',
      en: 'There are records of {value} months; usual is {usual}.',
    },
    lowers: { es: 'Hay registros de {value} meses.', en: 'There are records of {value} months.' },
    short: { es: 'Meses con datos', en: 'Months of data' },
  },
  return_on_assets: {
    raises: {
      es: 'El activo rinde {value} al año; lo habitual es {usual}.',
      en: 'Assets return {value} a year; usual is {usual}.',
    },
    lowers: { es: 'El activo rinde {value} al año.', en: 'Assets return {value} a year.' },
    short: { es: 'Rentabilidad del activo', en: 'Return on assets' },
  },
  return_on_equity: {
    raises: {
      es: 'El patrimonio rinde {value} al año; lo habitual es {usual}.',
      en: 'Equity returns {value} a year; usual is {usual}.',
    },
    lowers: { es: 'El patrimonio rinde {value} al año.', en: 'Equity returns {value} a year.' },
    short: { es: 'Rentabilidad propia', en: 'Return on equity' },
  },
  gross_profit_margin: {
    raises: {
      es: 'El margen bruto declarado es {value}; lo habitual es {usual}.',
      en: 'The declared gross margin is {value}; usual is {usual}.',
    },
    lowers: { es: 'El margen bruto, {value}, es sano.', en: 'The gross margin, {value}, is healthy.' },
    short: { es: 'Margen bruto', en: 'Gross margin' },
  },
  profitability_interaction: {
    raises: {
      es: 'Rentabilidad y margen juntos dan {value}; lo habitual es {usual}.',
      en: 'Return and margin together give {value}; usual is {usual}.',
    },
    lowers: { es: 'Rentabilidad y margen juntos dan {value}.', en: 'Return and margin together give {value}.' },
    short: { es: 'Rentabilidad y margen', en: 'Return and margin' },
  },
  debt_to_equity_ratio: {
    raises: {
      es: 'La deuda es {value} veces el patrimonio; lo habitual es {usual}.',
      en: 'Debt is {value} times equity; usual is {usual}.',
    },
    lowers: { es: 'La deuda es {value} veces el patrimonio: poca.', en: 'Debt is {value} times equity: little.' },
    short: { es: 'Deuda y patrimonio', en: 'Debt to equity' },
  },
  scaled_debt_to_equity_ratio: {
    raises: {
      es: 'La deuda frente al patrimonio es alta para el sector ({value} desviaciones).',
      en: 'Debt to equity is high for the sector ({value} deviations).',
    },
    lowers: {
      es: 'La deuda frente al patrimonio es la del sector o menos ({value} desviaciones).',
      en: "Debt to equity is the sector's or less ({value} deviations).",
    },
    short: { es: 'Deuda frente al sector', en: 'Debt in the sector' },
  },
  debt_to_sales: {
    raises: {
      es: 'Con este crédito se debería {value} de las ventas de un año; lo habitual es {usual}.',
      en: "With this credit {value} of a year's sales would be owed; usual is {usual}.",
    },
    lowers: {
      es: 'Con este crédito se debería {value} de las ventas de un año: llevadero.',
      en: "With this credit {value} of a year's sales would be owed: bearable.",
    },
    short: { es: 'Deuda y ventas', en: 'Debt to sales' },
  },
  debt_growth_6m: {
    raises: {
      es: 'La deuda es {value} veces la de su promedio del año.',
      en: 'Debt is {value} times its average of the year.',
    },
    lowers: {
      es: 'La deuda no crece ({value} veces su promedio del año).',
      en: 'Debt does not grow ({value} times its average of the year).',
    },
    short: { es: 'Deuda creciente', en: 'Growing debt' },
  },
  debt_undisclosed: {
    raises: {
      es: 'La central de riesgos muestra deuda no declarada por {value} de las ventas del año.',
      en: "The credit register shows debt not declared of {value} of the year's sales.",
    },
    lowers: {
      es: 'La deuda declarada coincide con la central de riesgos ({value}).',
      en: 'Declared debt agrees with the credit register ({value}).',
    },
    short: { es: 'Deuda no declarada', en: 'Debt not declared' },
  },
  balance_gap: {
    raises: {
      es: 'El balance no cuadra: sobra o falta {value} del activo.',
      en: 'The balance sheet does not add up: {value} of assets is left over or missing.',
    },
    lowers: { es: 'El balance cuadra ({value} del activo).', en: 'The balance sheet adds up ({value} of assets).' },
    short: { es: 'Balance', en: 'Balance sheet' },
  },
  profit_gap: {
    raises: {
      es: 'La utilidad declarada supera a la caja en {value} de las ventas; lo habitual es {usual}.',
      en: 'Declared profit exceeds cash by {value} of sales; usual is {usual}.',
    },
    lowers: {
      es: 'La utilidad declarada concuerda con la caja ({value} de las ventas).',
      en: 'Declared profit agrees with cash ({value} of sales).',
    },
    short: { es: 'Utilidad y caja', en: 'Profit to cash' },
  },
  payment_timeliness: {
    raises: {
      es: 'Se pagó a tiempo {value} de las cuotas del año; lo habitual es {usual}.',
      en: "Of the year's instalments {value} were paid on time; usual is {usual}.",
    },
    lowers: {
      es: 'Se pagó a tiempo {value} de las cuotas del año.',
      en: "Of the year's instalments {value} were paid on time.",
    },
    short: { es: 'Puntualidad', en: 'Timeliness' },
  },
  payment_completion_rate: {
    raises: {
      es: 'Se pagó {value} de las cuotas del año; lo habitual es {usual}.',
      en: "Of the year's instalments {value} were paid; usual is {usual}.",
    },
    lowers: { es: 'Se pagó {value} de las cuotas del año.', en: "Of the year's instalments {value} were paid." },
    short: { es: 'Pagos cumplidos', en: 'Payments made' },
  },
  payment_frequency: {
    raises: {
      es: 'Se hacen {value} pagos al mes; lo habitual es {usual}.',
      en: 'There are {value} payments a month; usual is {usual}.',
    },
    lowers: { es: 'Se hacen {value} pagos al mes.', en: 'There are {value} payments a month.' },
    short: { es: 'Pagos por mes', en: 'Payments a month' },
  },
  payment_completion_3m: {
    raises: {
      es: 'En el trimestre se pagó {value} de las cuotas; lo habitual es {usual}.',
      en: 'In the quarter {value} of instalments were paid; usual is {usual}.',
    },
    lowers: {
      es: 'En el trimestre se pagó {value} de las cuotas.',
      en: 'In the quarter {value} of instalments were paid.',
    },
    short: { es: 'Pagos recientes', en: 'Recent payments' },
  },
  payment_trend: {
    raises: {
      es: 'La puntualidad reciente es menor que la del año ({value}).',
      en: "Recent timeliness is below the year's ({value}).",
    },
    lowers: { es: 'La puntualidad se mantiene o mejora ({value}).', en: 'Timeliness holds or improves ({value}).' },
    short: { es: 'Tendencia de pago', en: 'Payment trend' },
  },
  worst_days_late: {
    raises: {
      es: 'Hay un atraso de {value}; lo habitual es {usual}.',
      en: 'There is a delay of {value}; usual is {usual}.',
    },
    lowers: { es: 'El atraso vigente es de {value}.', en: 'The present delay is {value}.' },
    short: { es: 'Días de atraso', en: 'Days late' },
  },
  sbs_class: {
    raises: {
      es: 'La clasificación en el sistema es {value} (0 Normal a 4 Pérdida).',
      en: 'The class in the system is {value} (0 Normal to 4 Pérdida).',
    },
    lowers: {
      es: 'La clasificación en el sistema es {value} (0 es Normal).',
      en: 'The class in the system is {value} (0 is Normal).',
    },
    short: { es: 'Clasificación SBS', en: 'SBS class' },
  },
  lenders: {
    raises: {
      es: 'Se debe a {value} entidades; lo habitual es {usual}.',
      en: 'Money is owed to {value} lenders; usual is {usual}.',
    },
    lowers: { es: 'Se debe a {value} entidades.', en: 'Money is owed to {value} lenders.' },
    short: { es: 'Entidades', en: 'Lenders' },
  },
  own_applications_60d: {
    raises: {
      es: 'Hay {value} solicitudes más en 60 días; lo habitual es {usual}.',
      en: 'There are {value} more applications within 60 days; usual is {usual}.',
    },
    lowers: {
      es: 'Hay {value} solicitudes más en 60 días.',
      en: 'There are {value} more applications within 60 days.',
    },
    short: { es: 'Solicitudes', en: 'Applications' },
  },
  region_default_rate: {
    raises: {
      es: 'En el departamento incumplió {value}; lo habitual es {usual}.',
      en: 'In the department {value} defaulted; usual is {usual}.',
    },
    lowers: { es: 'En el departamento incumplió {value}.', en: 'In the department {value} defaulted.' },
    short: { es: 'Departamento', en: 'Department' },
  },
  sector_default_rate: {
    raises: {
      es: 'En el sector incumplió {value}; lo habitual es {usual}.',
      en: 'In the sector {value} defaulted; usual is {usual}.',
    },
    lowers: { es: 'En el sector incumplió {value}.', en: 'In the sector {value} defaulted.' },
    short: { es: 'Sector', en: 'Sector' },
  },
  region_completion_3m: {
    raises: {
      es: 'En el departamento se paga {value} de las cuotas; lo habitual es {usual}.',
      en: 'In the department {value} of instalments are paid; usual is {usual}.',
    },
    lowers: {
      es: 'En el departamento se paga {value} de las cuotas.',
      en: 'In the department {value} of instalments are paid.',
    },
    short: { es: 'Pagos en la región', en: 'Payments in the region' },
  },
  region_income_trend: {
    raises: {
      es: 'Las ventas del departamento son {value} veces las del año; lo habitual es {usual}.',
      en: "The department's sales are {value} times the year's; usual is {usual}.",
    },
    lowers: {
      es: 'Las ventas del departamento son {value} veces las del año.',
      en: "The department's sales are {value} times the year's.",
    },
    short: { es: 'Ventas en la región', en: 'Sales in the region' },
  },
  years_trading: {
    raises: {
      es: 'La empresa opera desde hace {value} años; lo habitual es {usual}.',
      en: 'The company has traded for {value} years; usual is {usual}.',
    },
    lowers: { es: 'La empresa opera desde hace {value} años.', en: 'The company has traded for {value} years.' },
    short: { es: 'Años operando', en: 'Years of trading' },
  },
};
