import type { ReasonText } from '@rikuy/engine';

/** A sentence for every feature; none accuses anybody. */
export const ecommerceReasons: Readonly<Record<string, ReasonText>> = {
  trans_amount: {
    raises: {
      es: 'El monto es alto: {value}; lo habitual es {usual}.',
      en: 'The amount is high: {value}; usual is {usual}.',
    },
    lowers: { es: 'El monto, {value}, no llama la atención.', en: 'The amount, {value}, is unremarkable.' },
    short: { es: 'Monto', en: 'Amount' },
  },
  log_trans_amount: {
    raises: {
      es: 'El tamaño de la compra está fuera de lo común.',
      en: 'The size of the purchase is out of the common.',
    },
    lowers: { es: 'El tamaño de la compra es común.', en: 'The size of the purchase is common.' },
    short: { es: 'Tamaño de la compra', en: 'Size of purchase' },
  },
  avg_trans_amount: {
    raises: {
      es: 'La compra promedio del usuario, {value}, acompaña otras señales de riesgo.',
      en: "The buyer's average purchase, {value}, goes with other signs of risk.",
    },
    lowers: {
      es: 'La compra promedio del usuario, {value}, es propia de un cliente normal.',
      en: "The buyer's average purchase, {value}, is that of a normal customer.",
    },
    short: { es: 'Compra promedio', en: 'Average purchase' },
  },
  amount_vs_own: {
    raises: {
      es: 'El monto es {value} de lo que este usuario suele gastar.',
      en: 'The amount is {value} of what this buyer usually spends.',
    },
    lowers: {
      es: 'El monto es {value} de lo que suele gastar: nada fuera de lo común.',
      en: 'The amount is {value} of the usual spending: nothing out of the common.',
    },
    short: { es: 'Frente a lo propio', en: 'Against own usual' },
  },
  amount_vs_merchant: {
    raises: {
      es: 'El monto es {value} de una venta típica del comercio.',
      en: 'The amount is {value} of a typical sale of the merchant.',
    },
    lowers: {
      es: 'El monto se parece a las ventas del comercio ({value}).',
      en: "The amount is like the merchant's sales ({value}).",
    },
    short: { es: 'Frente al comercio', en: "Against merchant's usual" },
  },
  items: {
    raises: {
      es: 'La compra lleva {value} artículos; lo habitual es {usual}.',
      en: 'The purchase has {value} items; usual is {usual}.',
    },
    lowers: {
      es: 'La compra lleva {value} artículos, como es habitual.',
      en: 'The purchase has {value} items, as is usual.',
    },
    short: { es: 'Artículos', en: 'Items' },
  },
  trans_risk_score: {
    raises: { es: 'Se compra caro y con apuro a la vez.', en: 'It is dear and hasty at once.' },
    lowers: {
      es: 'Monto y ritmo de la sesión guardan proporción.',
      en: 'Amount and pace of the session are in proportion.',
    },
    short: { es: 'Monto y apuro', en: 'Amount and haste' },
  },
  trans_freq_1h: {
    raises: {
      es: 'El usuario hizo {value} compras en la última hora.',
      en: 'The buyer made {value} purchases in the last hour.',
    },
    lowers: {
      es: 'El usuario no compró de seguido ({value} en la última hora).',
      en: 'The buyer did not buy in a row ({value} in the last hour).',
    },
    short: { es: 'Compras en una hora', en: 'Purchases in an hour' },
  },
  trans_freq_24h: {
    raises: {
      es: 'El usuario hizo {value} compras en las últimas 24 horas.',
      en: 'The buyer made {value} purchases in the last 24 hours.',
    },
    lowers: {
      es: 'El ritmo del último día es normal ({value} compras).',
      en: 'The pace of the last day is normal ({value} purchases).',
    },
    short: { es: 'Compras en un día', en: 'Purchases in a day' },
  },
  trans_freq_7d: {
    raises: {
      es: 'El usuario hizo {value} compras en una semana; lo habitual es {usual}.',
      en: 'The buyer made {value} purchases in a week; usual is {usual}.',
    },
    lowers: {
      es: 'El ritmo de la semana es normal ({value} compras).',
      en: 'The pace of the week is normal ({value} purchases).',
    },
    short: { es: 'Compras en una semana', en: 'Purchases in a week' },
  },
  user_purchases: {
    raises: {
      es: 'La cuenta tiene poca historia: {value} compras previas.',
      en: 'The account has little history: {value} earlier purchases.',
    },
    lowers: {
      es: 'La cuenta tiene historia: {value} compras previas.',
      en: 'The account has a history: {value} earlier purchases.',
    },
    short: { es: 'Historia de la cuenta', en: 'Account history' },
  },
  account_age: {
    raises: {
      es: 'La primera compra de la cuenta fue hace solo {value}.',
      en: "The account's first purchase was only {value} ago.",
    },
    lowers: { es: 'La cuenta compra desde hace {value}.', en: 'The account has bought for {value}.' },
    short: { es: 'Antigüedad', en: 'Age of account' },
  },
  time_since_last_trans: {
    raises: { es: 'Pasaron {value} desde la compra anterior.', en: '{value} have passed since the last purchase.' },
    lowers: {
      es: 'La compra anterior fue hace {value}, un intervalo normal.',
      en: 'The last purchase was {value} ago, a normal gap.',
    },
    short: { es: 'Desde la última compra', en: 'Since last purchase' },
  },
  device_trans_1h: {
    raises: {
      es: 'Desde el dispositivo se hicieron {value} compras en una hora.',
      en: '{value} purchases were made from the device in an hour.',
    },
    lowers: {
      es: 'El dispositivo no se usó de seguido ({value} compras en una hora).',
      en: 'The device was not used in a row ({value} purchases in an hour).',
    },
    short: { es: 'Ritmo del dispositivo', en: 'Pace of device' },
  },
  device_cards_24h: {
    raises: {
      es: 'Desde el dispositivo se usaron {value} tarjetas distintas en un día.',
      en: '{value} distinct cards were used from the device in a day.',
    },
    lowers: {
      es: 'El dispositivo usó pocas tarjetas ({value} en un día).',
      en: 'The device used few cards ({value} in a day).',
    },
    short: { es: 'Tarjetas del dispositivo', en: 'Cards on device' },
  },
  device_users_7d: {
    raises: {
      es: 'En el dispositivo se vieron {value} cuentas en una semana.',
      en: '{value} accounts were seen on the device in a week.',
    },
    lowers: { es: 'El dispositivo lo usan pocas cuentas ({value}).', en: 'Few accounts use the device ({value}).' },
    short: { es: 'Cuentas del dispositivo', en: 'Accounts on device' },
  },
  user_device_seen: {
    raises: {
      es: 'El usuario casi no ha comprado con este dispositivo ({value} veces).',
      en: 'The buyer has hardly bought on this device ({value} times).',
    },
    lowers: {
      es: 'El usuario ya compró {value} veces con este dispositivo.',
      en: 'The buyer has bought {value} times on this device.',
    },
    short: { es: 'Dispositivo conocido', en: 'Known device' },
  },
  user_card_seen: {
    raises: {
      es: 'El usuario casi no ha pagado con esta tarjeta ({value} veces).',
      en: 'The buyer has hardly paid with this card ({value} times).',
    },
    lowers: {
      es: 'El usuario ya pagó {value} veces con esta tarjeta.',
      en: 'The buyer has paid {value} times with this card.',
    },
    short: { es: 'Tarjeta conocida', en: 'Known card' },
  },
  user_address_seen: {
    raises: {
      es: 'El usuario casi no ha recibido en esta dirección ({value} veces).',
      en: 'The buyer has hardly received at this address ({value} times).',
    },
    lowers: {
      es: 'El usuario ya recibió {value} veces en esta dirección.',
      en: 'The buyer has received {value} times at this address.',
    },
    short: { es: 'Dirección conocida', en: 'Known address' },
  },
  card_users_30d: {
    raises: {
      es: 'Con la tarjeta pagaron {value} cuentas distintas en un mes.',
      en: '{value} distinct accounts paid with the card in a month.',
    },
    lowers: {
      es: 'La tarjeta la usa una sola persona o casi ({value}).',
      en: 'One person or nearly uses the card ({value}).',
    },
    short: { es: 'Cuentas de la tarjeta', en: 'Accounts on card' },
  },
  address_users_30d: {
    raises: {
      es: 'A la dirección llegaron compras de {value} cuentas en un mes.',
      en: 'Purchases of {value} accounts went to the address in a month.',
    },
    lowers: {
      es: 'A la dirección llegan compras de pocas cuentas ({value}).',
      en: 'Purchases of few accounts go to the address ({value}).',
    },
    short: { es: 'Cuentas de la dirección', en: 'Accounts at address' },
  },
  session_duration: {
    raises: {
      es: 'La sesión duró {value}; lo habitual es {usual}.',
      en: 'The session took {value}; usual is {usual}.',
    },
    lowers: {
      es: 'La sesión duró {value}, como la de cualquier comprador.',
      en: "The session took {value}, as any buyer's does.",
    },
    short: { es: 'Duración de la sesión', en: 'Session duration' },
  },
  click_through_rate: {
    raises: {
      es: 'Hizo clic en {value} de lo que vio; lo habitual es {usual}.',
      en: '{value} of what was seen was clicked; usual is {usual}.',
    },
    lowers: {
      es: 'La tasa de clics, {value}, es la de una persona.',
      en: 'The click-through rate, {value}, is that of a person.',
    },
    short: { es: 'Tasa de clics', en: 'Click-through' },
  },
  add_to_cart_freq: {
    raises: {
      es: 'Llenó el carrito a {value} agregados por minuto; lo habitual es {usual}.',
      en: 'The cart filled at {value} additions a minute; usual is {usual}.',
    },
    lowers: {
      es: 'Llenó el carrito a un ritmo normal ({value} por minuto).',
      en: 'The cart filled at a normal pace ({value} a minute).',
    },
    short: { es: 'Ritmo del carrito', en: 'Pace of cart' },
  },
  pages_per_minute: {
    raises: {
      es: 'Abrió {value} páginas por minuto; lo habitual es {usual}.',
      en: '{value} pages a minute were opened; usual is {usual}.',
    },
    lowers: {
      es: 'Abrió páginas a un ritmo normal ({value} por minuto).',
      en: 'Pages were opened at a normal pace ({value} a minute).',
    },
    short: { es: 'Ritmo de páginas', en: 'Pace of pages' },
  },
  geo_location: {
    raises: {
      es: 'La entrega va a {value}, donde hay algo más de fraude.',
      en: 'Delivery goes to {value}, where there is somewhat more fraud.',
    },
    lowers: {
      es: 'La entrega va a {value}, donde hay poco fraude.',
      en: 'Delivery goes to {value}, where there is little fraud.',
    },
    short: { es: 'Destino', en: 'Destination' },
  },
  device_type: {
    raises: {
      es: 'El tipo de dispositivo ({value}) es más frecuente en los fraudes.',
      en: 'The device type ({value}) is more frequent in frauds.',
    },
    lowers: {
      es: 'El tipo de dispositivo ({value}) no llama la atención.',
      en: 'The device type ({value}) is unremarkable.',
    },
    short: { es: 'Tipo de dispositivo', en: 'Device type' },
  },
  ip_country: {
    raises: {
      es: 'La conexión viene de {value}, menos habitual entre los compradores.',
      en: 'The connection comes from {value}, less usual among buyers.',
    },
    lowers: { es: 'La conexión viene de {value}, lo habitual.', en: 'The connection comes from {value}, as is usual.' },
    short: { es: 'País de conexión', en: 'Connection country' },
  },
  country_mismatch: {
    raises: {
      es: 'La conexión y la entrega están en países distintos.',
      en: 'Connection and delivery are in different countries.',
    },
    lowers: {
      es: 'La conexión y la entrega están en el mismo país.',
      en: 'Connection and delivery are in the same country.',
    },
    short: { es: 'País distinto', en: 'Different country' },
  },
  user_country_seen: {
    raises: {
      es: 'El usuario casi no ha comprado desde este país ({value} veces).',
      en: 'The buyer has hardly bought from this country ({value} times).',
    },
    lowers: {
      es: 'El usuario ya compró {value} veces desde este país.',
      en: 'The buyer has bought {value} times from this country.',
    },
    short: { es: 'País conocido', en: 'Known country' },
  },
  time_of_day: {
    raises: {
      es: 'La compra se hizo a las {value} horas, una hora de más riesgo.',
      en: 'The purchase was made at hour {value}, one of more risk.',
    },
    lowers: {
      es: 'La compra se hizo a las {value} horas, una hora normal.',
      en: 'The purchase was made at hour {value}, a normal one.',
    },
    short: { es: 'Hora', en: 'Hour' },
  },
  is_night: {
    raises: { es: 'La compra se hizo de madrugada.', en: 'The purchase was made at night.' },
    lowers: { es: 'La compra se hizo de día o al anochecer.', en: 'The purchase was made by day or in the evening.' },
    short: { es: 'Madrugada', en: 'Night' },
  },
  weekend: {
    raises: { es: 'El día de la semana suma algo de riesgo.', en: 'The day of the week adds a little risk.' },
    lowers: { es: 'El día de la semana resta algo de riesgo.', en: 'The day of the week takes away a little risk.' },
    short: { es: 'Día', en: 'Day' },
  },
  product_category: {
    raises: { es: 'La categoría ({value}) se revende con facilidad.', en: 'The category ({value}) resells easily.' },
    lowers: { es: 'La categoría ({value}) no atrae fraudes.', en: 'The category ({value}) attracts no fraud.' },
    short: { es: 'Categoría', en: 'Category' },
  },
  outside_score: {
    raises: {
      es: 'El servicio externo le da {value} de 100; lo habitual es {usual}.',
      en: 'The outside service gives it {value} of 100; usual is {usual}.',
    },
    lowers: {
      es: 'El servicio externo le da solo {value} de 100.',
      en: 'The outside service gives it only {value} of 100.',
    },
    short: { es: 'Puntaje externo', en: 'Outside score' },
  },
  merchant_risk: {
    raises: {
      es: 'El {value} de las ventas ya esclarecidas del comercio fue fraude; lo habitual es {usual}.',
      en: "{value} of the merchant's settled sales were fraud; usual is {usual}.",
    },
    lowers: {
      es: 'El comercio tiene poco fraude conocido ({value}).',
      en: 'The merchant has little known fraud ({value}).',
    },
    short: { es: 'Fraude del comercio', en: "Merchant's fraud" },
  },
  merchant_trans_7d: {
    raises: {
      es: 'El comercio hizo en una semana el {value} de sus ventas de tres meses.',
      en: "The merchant made {value} of its three months' sales in a week.",
    },
    lowers: {
      es: 'Las ventas recientes del comercio son las de siempre ({value}).',
      en: "The merchant's recent sales are as ever ({value}).",
    },
    short: { es: 'Ventas recientes', en: 'Recent sales' },
  },
  merchant_new_buyers: {
    raises: {
      es: 'El {value} de los compradores del comercio son cuentas nuevas; lo habitual es {usual}.',
      en: "{value} of the merchant's buyers are new accounts; usual is {usual}.",
    },
    lowers: {
      es: 'El comercio vende a cuentas con historia ({value} nuevas).',
      en: 'The merchant sells to accounts with a history ({value} new).',
    },
    short: { es: 'Compradores nuevos', en: 'New buyers' },
  },
  ip_country_risk: {
    raises: {
      es: 'Desde el país de conexión el {value} de lo esclarecido fue fraude.',
      en: 'From the country of connection {value} of what was settled was fraud.',
    },
    lowers: {
      es: 'Desde el país de conexión hay poco fraude conocido ({value}).',
      en: 'There is little known fraud from the country of connection ({value}).',
    },
    short: { es: 'Fraude del país', en: "Country's fraud" },
  },
  address_risk: {
    raises: {
      es: 'En la dirección ya hubo fraudes: {value} de lo esclarecido.',
      en: 'There were frauds at the address: {value} of what was settled.',
    },
    lowers: {
      es: 'En la dirección no se conocen fraudes ({value} esperado).',
      en: 'No frauds are known at the address ({value} expected).',
    },
    short: { es: 'Fraude de la dirección', en: "Address's fraud" },
  },
  device_frauds: {
    raises: {
      es: 'Con el dispositivo ya se hicieron {value} compras fraudulentas.',
      en: '{value} fraudulent purchases were made with the device before.',
    },
    lowers: { es: 'No se conocen fraudes del dispositivo.', en: 'No frauds of the device are known.' },
    short: { es: 'Fraudes del dispositivo', en: "Device's frauds" },
  },
  network_trans_1h: {
    raises: {
      es: 'Desde la misma red llegaron {value} compras en una hora.',
      en: '{value} purchases came from the same network in an hour.',
    },
    lowers: {
      es: 'La red no muestra actividad inusual ({value} compras en una hora).',
      en: 'The network shows no unusual activity ({value} purchases in an hour).',
    },
    short: { es: 'Actividad de la red', en: 'Activity of network' },
  },
};
