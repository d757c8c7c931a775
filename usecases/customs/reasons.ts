import type { ReasonText } from '@rikuy/engine';

/**
 * Sentences for the declaration page. A feature may raise the risk on either side of what is usual, so no sentence
 * claims a direction that its figure does not have by definition.
 */
export const customsReasons: Readonly<Record<string, ReasonText>> = {
  currency_conversion: {
    raises: {
      es: 'El valor declarado, {value}, es de los que más se subdeclaran.',
      en: 'The declared value, {value}, is of a size that is often under-reported.',
    },
    lowers: {
      es: 'El valor declarado, {value}, es de los que rara vez traen problemas.',
      en: 'The declared value, {value}, is of a size that seldom brings trouble.',
    },
    short: { es: 'Monto declarado', en: 'Declared amount' },
  },
  log_declared_value: {
    raises: {
      es: 'El tamaño de la operación es de los que más se subdeclaran.',
      en: 'An import of this size is often under-reported.',
    },
    lowers: {
      es: 'El tamaño de la operación es de los que rara vez traen problemas.',
      en: 'An import of this size seldom brings trouble.',
    },
    short: { es: 'Tamaño de operación', en: 'Import size' },
  },
  unit_value: {
    raises: {
      es: 'El precio declarado por unidad es {value}; así se declaran muchas series observadas.',
      en: 'The declared price per unit is {value}, as in many items with findings.',
    },
    lowers: {
      es: 'El precio declarado por unidad, {value}, es propio de series conformes.',
      en: 'The declared price per unit, {value}, is typical of items in order.',
    },
    short: { es: 'Precio por unidad', en: 'Price per unit' },
  },
  unit_value_reference: {
    raises: {
      es: 'Es mercancía de {value} por unidad según lo habitual: en ese rango se subdeclara más.',
      en: 'These goods usually cost {value} per unit, a range in which under-reporting is more common.',
    },
    lowers: {
      es: 'Es mercancía de {value} por unidad según lo habitual: en ese rango se subdeclara menos.',
      en: 'These goods usually cost {value} per unit, a range in which under-reporting is less common.',
    },
    short: { es: 'Rango de precio', en: 'Price range' },
  },
  unit_value_ratio: {
    raises: {
      es: 'El precio por unidad equivale al {value} de lo habitual para esta subpartida y origen.',
      en: 'The price per unit is {value} of what is usual for this tariff code and origin.',
    },
    lowers: {
      es: 'El precio por unidad, {value} de lo habitual para esta subpartida y origen, no llama la atención.',
      en: 'The price per unit, {value} of the usual for this tariff code and origin, draws no attention.',
    },
    short: { es: 'Precio inusual', en: 'Unusual price' },
  },
  price_discrepancy: {
    raises: {
      es: 'Entre el precio de mercado y el valor declarado hay una diferencia de {value}.',
      en: 'Between market price and declared value there is a gap of {value}.',
    },
    lowers: {
      es: 'La diferencia entre el precio de mercado y el valor declarado, {value}, es tranquilizadora.',
      en: 'The gap between market price and declared value, {value}, is reassuring.',
    },
    short: { es: 'Diferencia de precio', en: 'Price gap' },
  },
  price_discrepancy_ratio: {
    raises: {
      es: 'El precio declarado es {value} menor que lo habitual para esta subpartida y origen.',
      en: 'The declared price is {value} lower than usual for this tariff code and origin.',
    },
    lowers: {
      es: 'El precio declarado apenas se aparta hacia abajo de lo habitual ({value}).',
      en: 'The declared price hardly falls below the usual ({value}).',
    },
    short: { es: 'Precio muy bajo', en: 'Very low price' },
  },
  importer_price_level: {
    raises: {
      es: 'Este importador suele declarar al {value} del precio habitual.',
      en: 'This importer usually declares at {value} of the usual price.',
    },
    lowers: {
      es: 'Este importador suele declarar al {value} del precio habitual, sin señales de alerta.',
      en: 'This importer usually declares at {value} of the usual price, with no warning signs.',
    },
    short: { es: 'Nivel de precios', en: 'Price level' },
  },
  broker_chapter_price_level: {
    raises: {
      es: 'Lo que este agente tramita en el capítulo se declara al {value} del precio habitual.',
      en: 'What this broker files in the chapter is declared at {value} of the usual price.',
    },
    lowers: {
      es: 'Los precios que este agente tramita en el capítulo son normales ({value} de lo habitual).',
      en: 'The prices that this broker files in the chapter are normal ({value} of the usual).',
    },
    short: { es: 'Precios del agente', en: "Broker's prices" },
  },
  own_price_change: {
    raises: {
      es: 'El precio es el {value} de lo que este importador pagó antes por lo mismo.',
      en: 'The price is {value} of what this importer paid before for the same.',
    },
    lowers: {
      es: 'El precio es coherente con sus compras anteriores ({value}).',
      en: 'The price agrees with its earlier purchases ({value}).',
    },
    short: { es: 'Cambio de precio', en: 'Change of price' },
  },
  item_value_ratio: {
    raises: {
      es: 'Se declaran {value}: un valor por kilogramo frecuente en series observadas.',
      en: '{value} is declared, a value per kilogram common among items with findings.',
    },
    lowers: {
      es: 'Se declaran {value}: un valor por kilogramo propio de series conformes.',
      en: '{value} is declared, a value per kilogram typical of items in order.',
    },
    short: { es: 'Valor por kilo', en: 'Value per kilo' },
  },
  item_value_ratio_to_usual: {
    raises: {
      es: 'El valor por kilogramo es el {value} de lo habitual para esta subpartida y origen.',
      en: 'The value per kilogram is {value} of what is usual for this tariff code and origin.',
    },
    lowers: {
      es: 'El valor por kilogramo ({value} de lo habitual) corresponde a la mercancía declarada.',
      en: 'The value per kilogram ({value} of the usual) fits the goods declared.',
    },
    short: { es: 'Valor por kilo inusual', en: 'Unusual value/kg' },
  },
  weight_per_item: {
    raises: {
      es: 'Cada unidad pesaría {value}; en ese rango hay más incidencias.',
      en: 'Each unit would weigh {value}, a range with more findings.',
    },
    lowers: {
      es: 'Cada unidad pesa {value}; en ese rango hay menos incidencias.',
      en: 'Each unit weighs {value}, a range with fewer findings.',
    },
    short: { es: 'Peso por unidad', en: 'Weight per unit' },
  },
  weight_per_item_ratio: {
    raises: {
      es: 'Cada unidad pesa el {value} de lo habitual: la cantidad puede no ser la declarada.',
      en: 'Each unit weighs {value} of the usual: the quantity may not be the one declared.',
    },
    lowers: {
      es: 'El peso por unidad ({value} de lo habitual) concuerda con la cantidad declarada.',
      en: 'The weight per unit ({value} of the usual) agrees with the quantity declared.',
    },
    short: { es: 'Peso no cuadra', en: "Weight doesn't fit" },
  },
  importer_weight_level: {
    raises: {
      es: 'En las series de este importador la unidad suele pesar el {value} de lo habitual.',
      en: "In this importer's items a unit usually weighs {value} of the usual.",
    },
    lowers: {
      es: 'En las series de este importador el peso por unidad es normal ({value} de lo habitual).',
      en: "In this importer's items the weight per unit is normal ({value} of the usual).",
    },
    short: { es: 'Pesos del importador', en: "Importer's weights" },
  },
  ad_valorem_rate: {
    raises: {
      es: 'Con la tasa ad valorem aplicada ({value} puntos) se encuentran más incidencias.',
      en: 'At the ad valorem rate applied ({value} points) there are more findings.',
    },
    lowers: {
      es: 'Con la tasa ad valorem aplicada ({value} puntos) se encuentran menos incidencias.',
      en: 'At the ad valorem rate applied ({value} points) there are fewer findings.',
    },
    short: { es: 'Tasa ad valorem', en: 'Ad valorem rate' },
  },
  preference_claimed: {
    raises: {
      es: 'Se solicitan {value} puntos de arancel menos que la tasa de la subpartida.',
      en: '{value} points of duty less than the rate of the tariff code are claimed.',
    },
    lowers: {
      es: 'La preferencia solicitada ({value} puntos) no agrega riesgo.',
      en: 'The preference claimed ({value} points) adds no risk.',
    },
    short: { es: 'Preferencia solicitada', en: 'Preference claimed' },
  },
  heading_rate_gap: {
    raises: {
      es: 'La diferencia entre la tasa usual de la partida y la aplicada es de {value} puntos.',
      en: "The difference between the heading's usual rate and the one applied is {value} points.",
    },
    lowers: {
      es: 'La tasa aplicada no se aparta de modo sospechoso de la usual de la partida ({value} puntos).',
      en: "The rate applied does not differ suspiciously from the heading's usual ({value} points).",
    },
    short: { es: 'Tasa de la partida', en: "Heading's rate" },
  },
  importer_rate_gap: {
    raises: {
      es: 'La diferencia entre la tasa que este importador suele pagar y la aplicada es de {value} puntos.',
      en: 'The difference between the rate this importer usually pays and the one applied is {value} points.',
    },
    lowers: {
      es: 'La tasa aplicada es coherente con la que este importador suele pagar ({value} puntos de diferencia).',
      en: 'The rate applied agrees with what this importer usually pays ({value} points apart).',
    },
    short: { es: 'Tasa del importador', en: "Importer's rate" },
  },
  importer_origin_share: {
    raises: {
      es: 'El {value} de lo que trajo antes este importador vino de este país.',
      en: '{value} of what this importer brought before came from this country.',
    },
    lowers: {
      es: 'El origen es coherente con su historia: el {value} de lo anterior vino de este país.',
      en: 'The origin agrees with its history: {value} of what came before was from this country.',
    },
    short: { es: 'Origen del importador', en: "Importer's origin" },
  },
  importer_tariff_share: {
    raises: {
      es: 'El {value} de lo que trajo antes este importador fue de esta subpartida.',
      en: '{value} of what this importer brought before was under this tariff code.',
    },
    lowers: {
      es: 'La subpartida es coherente con su giro: el {value} de lo anterior fue de ella.',
      en: 'The tariff code agrees with its business: {value} of what came before was under it.',
    },
    short: { es: 'Giro del importador', en: "Importer's business" },
  },
  tariff_origin_share: {
    raises: {
      es: 'El {value} de lo que entra por esta subpartida viene de este país.',
      en: '{value} of what enters under this tariff code comes from this country.',
    },
    lowers: {
      es: 'Es un origen conocido para esta subpartida: el {value} viene de este país.',
      en: 'It is a known origin for this tariff code: {value} comes from this country.',
    },
    short: { es: 'Origen para subpartida', en: 'Origin for code' },
  },
  route_share: {
    raises: {
      es: 'El {value} de lo que viene de este país llega por esta vía y esta aduana.',
      en: '{value} of what comes from this country arrives by this way and office.',
    },
    lowers: {
      es: 'La ruta es la esperada: el {value} de lo que viene de este país llega así.',
      en: 'The route is as expected: {value} of what comes from this country arrives so.',
    },
    short: { es: 'Ruta y origen', en: 'Route and origin' },
  },
  shipping_method_encoded: {
    raises: {
      es: 'La vía de transporte no es la que se esperaría para esta mercancía.',
      en: 'The way of transport is not the one expected for such goods.',
    },
    lowers: {
      es: 'La vía de transporte es la que se esperaría para esta mercancía.',
      en: 'The way of transport is the one expected for such goods.',
    },
    short: { es: 'Vía de transporte', en: 'Way of transport' },
  },
  importer_risk_score: {
    raises: {
      es: 'El riesgo conocido de este importador es {value}; lo habitual es {usual}.',
      en: 'The known risk of this importer is {value}; {usual} is usual.',
    },
    lowers: {
      es: 'Los antecedentes de este importador son buenos: riesgo de {value}.',
      en: "This importer's record is good: a risk of {value}.",
    },
    short: { es: 'Antecedentes', en: 'Past findings' },
  },
  importer_verified: {
    raises: {
      es: 'Este importador tiene {value} series ya verificadas.',
      en: 'This importer has {value} items already verified.',
    },
    lowers: {
      es: 'Este importador ya es conocido: {value} series verificadas.',
      en: 'This importer is known by now: {value} items verified.',
    },
    short: { es: 'Verificaciones previas', en: 'Earlier checks' },
  },
  broker_risk_score: {
    raises: {
      es: 'El riesgo conocido de este agente es {value}; lo habitual es {usual}.',
      en: 'The known risk of this broker is {value}; {usual} is usual.',
    },
    lowers: {
      es: 'El agente tiene buenos antecedentes: riesgo de {value}.',
      en: 'The broker has a good record: a risk of {value}.',
    },
    short: { es: 'Riesgo del agente', en: 'Broker risk' },
  },
  broker_chapter_risk: {
    raises: {
      es: 'El riesgo de este agente en el capítulo es {value}; lo habitual es {usual}.',
      en: "This broker's risk in the chapter is {value}; {usual} is usual.",
    },
    lowers: {
      es: 'El agente tiene buenos antecedentes en el capítulo: riesgo de {value}.',
      en: 'The broker has a good record in the chapter: a risk of {value}.',
    },
    short: { es: 'Agente y capítulo', en: 'Broker and chapter' },
  },
  importer_declarations: {
    raises: {
      es: 'El importador tiene {value} series anteriores; lo habitual son {usual}.',
      en: 'The importer has {value} earlier items; {usual} is usual.',
    },
    lowers: {
      es: 'El importador tiene historia: {value} series anteriores.',
      en: 'The importer has a history: {value} earlier items.',
    },
    short: { es: 'Historia del importador', en: "Importer's history" },
  },
  importer_days_known: {
    raises: {
      es: 'La primera importación conocida de esta empresa fue hace {value}.',
      en: "This company's first known import was {value} ago.",
    },
    lowers: {
      es: 'La empresa importa desde hace {value}.',
      en: 'The company has been importing for {value}.',
    },
    short: { es: 'Tiempo importando', en: 'Time importing' },
  },
  importer_days_since_last: {
    raises: {
      es: 'Su importación anterior fue hace {value}.',
      en: 'Its previous import was {value} ago.',
    },
    lowers: {
      es: 'Importa con regularidad: la anterior fue hace {value}.',
      en: 'It imports regularly: the previous one was {value} ago.',
    },
    short: { es: 'Última importación', en: 'Last seen' },
  },
  importer_burst: {
    raises: {
      es: 'En los últimos 30 días importó {value} veces su ritmo habitual.',
      en: 'In the last 30 days it imported {value} times its usual pace.',
    },
    lowers: {
      es: 'Su ritmo de importación no llama la atención ({value} veces el habitual).',
      en: 'Its pace of import draws no attention ({value} times the usual).',
    },
    short: { es: 'Ritmo de importación', en: 'Import pace' },
  },
  importer_broker_share: {
    raises: {
      es: 'Este agente tramitó el {value} de lo anterior del importador.',
      en: "This broker filed {value} of the importer's earlier items.",
    },
    lowers: {
      es: 'El agente tramitó el {value} de lo anterior del importador: una relación sin sobresaltos.',
      en: "The broker filed {value} of the importer's earlier items: an uneventful relation.",
    },
    short: { es: 'Relación con agente', en: 'Broker relation' },
  },
  country_risk_score: {
    raises: {
      es: 'De lo verificado de este país de origen resultó subdeclarado el {value}; lo habitual es {usual}.',
      en: 'Of what was verified from this country {value} was under-reported; {usual} is usual.',
    },
    lowers: {
      es: 'El país de origen es de bajo riesgo: {value}.',
      en: 'The country of origin is of low risk: {value}.',
    },
    short: { es: 'Riesgo del origen', en: 'Origin risk' },
  },
  tariff_risk_score: {
    raises: {
      es: 'De lo verificado en esta subpartida resultó subdeclarado el {value}; lo habitual es {usual}.',
      en: 'Of what was verified under this tariff code {value} was under-reported; {usual} is usual.',
    },
    lowers: {
      es: 'La subpartida es de bajo riesgo: {value}.',
      en: 'The tariff code is of low risk: {value}.',
    },
    short: { es: 'Riesgo de subpartida', en: 'Tariff code risk' },
  },
  tariff_origin_risk: {
    raises: {
      es: 'Para esta mercancía y este origen el riesgo conocido es {value}; lo habitual es {usual}.',
      en: 'For these goods from this origin the known risk is {value}; {usual} is usual.',
    },
    lowers: {
      es: 'Esta mercancía de este origen es de bajo riesgo: {value}.',
      en: 'These goods from this origin are of low risk: {value}.',
    },
    short: { es: 'Mercancía y origen', en: 'Goods and origin' },
  },
  tariff_code_frequency: {
    raises: {
      es: 'Esta subpartida es el {value} de todo lo que se importa; con esa frecuencia hay más incidencias.',
      en: 'This tariff code makes {value} of all imports, a frequency with more findings.',
    },
    lowers: {
      es: 'Esta subpartida es el {value} de todo lo que se importa; con esa frecuencia hay menos incidencias.',
      en: 'This tariff code makes {value} of all imports, a frequency with fewer findings.',
    },
    short: { es: 'Frecuencia de subpartida', en: 'Code frequency' },
  },
  country_frequency: {
    raises: {
      es: 'De este país viene el {value} de todo lo que se importa; con esa frecuencia hay más incidencias.',
      en: 'This country makes {value} of all imports, a frequency with more findings.',
    },
    lowers: {
      es: 'De este país viene el {value} de todo lo que se importa; con esa frecuencia hay menos incidencias.',
      en: 'This country makes {value} of all imports, a frequency with fewer findings.',
    },
    short: { es: 'Frecuencia del origen', en: 'Origin frequency' },
  },
  broker_frequency: {
    raises: {
      es: 'El agente tramita el {value} de todas las series; en esa escala hay más incidencias.',
      en: 'The broker files {value} of all items, a scale with more findings.',
    },
    lowers: {
      es: 'El agente tramita el {value} de todas las series; en esa escala hay menos incidencias.',
      en: 'The broker files {value} of all items, a scale with fewer findings.',
    },
    short: { es: 'Tamaño del agente', en: "Broker's size" },
  },
  seasonality_factor: {
    raises: {
      es: 'La categoría se importa a {value} veces su ritmo anual; en ese momento de la campaña hay más incidencias.',
      en: 'The category comes in at {value} times its yearly pace, a moment of the season with more findings.',
    },
    lowers: {
      es: 'La categoría se importa a {value} veces su ritmo anual, lo normal de la campaña.',
      en: 'The category comes in at {value} times its yearly pace, as normal in the season.',
    },
    short: { es: 'Temporada', en: 'Season' },
  },
  month: {
    raises: { es: 'En este mes se encuentran más incidencias.', en: 'There are more findings in this month.' },
    lowers: { es: 'En este mes se encuentran menos incidencias.', en: 'There are fewer findings in this month.' },
    short: { es: 'Mes del año', en: 'Month of year' },
  },
  quarter: {
    raises: { es: 'En este trimestre se encuentran más incidencias.', en: 'There are more findings in this quarter.' },
    lowers: {
      es: 'En este trimestre se encuentran menos incidencias.',
      en: 'There are fewer findings in this quarter.',
    },
    short: { es: 'Trimestre', en: 'Quarter' },
  },
  is_year_end: {
    raises: {
      es: 'La época del año, respecto de la avalancha de diciembre, eleva el riesgo.',
      en: 'The time of year, with regard to the December rush, raises the risk.',
    },
    lowers: {
      es: 'La época del año, respecto de la avalancha de diciembre, reduce el riesgo.',
      en: 'The time of year, with regard to the December rush, lowers the risk.',
    },
    short: { es: 'Fin de año', en: 'Year end' },
  },
  interaction_terms_1: {
    raises: {
      es: 'La diferencia de precio, ponderada por el riesgo del origen, es de {value}.',
      en: 'The price gap, weighted by the risk of the origin, is {value}.',
    },
    lowers: {
      es: 'La diferencia de precio, ponderada por el riesgo del origen, es tranquilizadora ({value}).',
      en: 'The price gap, weighted by the risk of the origin, is reassuring ({value}).',
    },
    short: { es: 'Precio y origen', en: 'Price and origin' },
  },
  interaction_terms_2: {
    raises: {
      es: 'El valor por kilogramo, ponderado por los antecedentes del importador, es de {value}.',
      en: "The value per kilogram, weighted by the importer's record, is {value}.",
    },
    lowers: {
      es: 'El valor por kilogramo, ponderado por los antecedentes del importador, es tranquilizador ({value}).',
      en: "The value per kilogram, weighted by the importer's record, is reassuring ({value}).",
    },
    short: { es: 'Valor y antecedentes', en: 'Value and record' },
  },
};
