import type { ReasonText } from '@rikuy/engine';
import { lastPayments } from './features/last-payments.ts';

/** A sentence for every feature of this payment; none accuses anybody. */
const ofThisPayment: Readonly<Record<string, ReasonText>> = {
  transaction_amount: {
    raises: {
      es: 'El monto, {value}, es alto; lo habitual es {usual}.',
      en: 'The amount, {value}, is high; usual is {usual}.',
    },
    lowers: { es: 'El monto, {value}, no llama la atención.', en: 'The amount, {value}, is unremarkable.' },
    short: { es: 'Monto', en: 'Amount' },
    unusual: {
      es: 'El monto, {value}, no cuadra con el resto del pago; lo habitual es {usual}.',
      en: 'The amount, {value}, does not fit the rest of the payment; usual is {usual}.',
    },
  },
  log_amount: {
    raises: { es: 'El tamaño del pago está fuera de lo común.', en: 'The size of the payment is out of the common.' },
    lowers: { es: 'El tamaño del pago es común.', en: 'The size of the payment is common.' },
    short: { es: 'Tamaño', en: 'Size' },
    unusual: { es: 'El tamaño del pago no cuadra con lo demás.', en: 'The size of the payment does not fit the rest.' },
  },
  avg_amount_per_account: {
    raises: {
      es: 'El pago promedio de la cuenta, {value}, acompaña otras señales de riesgo.',
      en: "The account's average payment, {value}, goes with other signs of risk.",
    },
    lowers: {
      es: 'El pago promedio de la cuenta, {value}, es el de una cuenta sin sobresaltos.',
      en: "The account's average payment, {value}, is that of a quiet account.",
    },
    short: { es: 'Pago promedio', en: 'Average payment' },
    unusual: {
      es: 'El pago promedio de la cuenta, {value}, es poco común; lo habitual es {usual}.',
      en: "The account's average payment, {value}, is uncommon; usual is {usual}.",
    },
  },
  max_amount_per_account: {
    raises: {
      es: 'El mayor pago de la cuenta en un año fue {value}; lo usual entre cuentas es {usual}.',
      en: "The account's largest payment in a year was {value}; usual among accounts is {usual}.",
    },
    lowers: {
      es: 'El mayor pago de la cuenta, {value}, es acorde con su tamaño.',
      en: "The account's largest payment, {value}, is in keeping with its size.",
    },
    short: { es: 'Mayor pago', en: 'Largest payment' },
    unusual: {
      es: 'El mayor pago de la cuenta, {value}, es poco común; lo habitual es {usual}.',
      en: "The account's largest payment, {value}, is uncommon; usual is {usual}.",
    },
  },
  normalized_amount: {
    raises: {
      es: 'El monto está a {value} desviaciones de lo que esta cuenta suele pagar.',
      en: 'The amount lies {value} deviations from what this account usually pays.',
    },
    lowers: {
      es: 'El monto está dentro de lo que esta cuenta suele pagar ({value} desviaciones).',
      en: 'The amount is within what this account usually pays ({value} deviations).',
    },
    short: { es: 'Monto normalizado', en: 'Normalised amount' },
    unusual: {
      es: 'El monto está a {value} desviaciones de lo que esta cuenta suele pagar.',
      en: 'The amount lies {value} deviations from what this account usually pays.',
    },
  },
  amount_vs_avg: {
    raises: {
      es: 'El monto es {value} del pago promedio de la cuenta.',
      en: "The amount is {value} of the account's average payment.",
    },
    lowers: {
      es: 'El monto es {value} del pago promedio de la cuenta: nada fuera de lo común.',
      en: "The amount is {value} of the account's average payment: nothing out of the common.",
    },
    short: { es: 'Frente al promedio', en: 'Against the average' },
    unusual: {
      es: 'El monto es {value} del pago promedio; lo habitual es {usual}.',
      en: 'The amount is {value} of the average payment; usual is {usual}.',
    },
  },
  amount_vs_max: {
    raises: {
      es: 'El monto es {value} del mayor pago de la cuenta en un año.',
      en: "The amount is {value} of the account's largest payment in a year.",
    },
    lowers: {
      es: 'La cuenta ya pagó montos mayores: este es {value} del más alto.',
      en: 'The account has paid more before: this is {value} of the highest.',
    },
    short: { es: 'Frente al mayor', en: 'Against the largest' },
    unusual: {
      es: 'El monto es {value} del mayor pago de la cuenta; lo habitual es {usual}.',
      en: "The amount is {value} of the account's largest payment; usual is {usual}.",
    },
  },
  amount_vs_counterparty: {
    raises: {
      es: 'El monto es {value} de lo que este beneficiario suele recibir de la cuenta.',
      en: 'The amount is {value} of what this counterparty usually gets from the account.',
    },
    lowers: {
      es: 'El monto es {value} de lo que este beneficiario suele recibir: lo de siempre.',
      en: 'The amount is {value} of what this counterparty usually gets: as ever.',
    },
    short: { es: 'Frente al beneficiario', en: 'Against the counterparty' },
    unusual: {
      es: 'El monto es {value} de lo que este beneficiario suele recibir; lo habitual es {usual}.',
      en: 'The amount is {value} of what this counterparty usually gets; usual is {usual}.',
    },
  },
  counterparty_drift: {
    raises: {
      es: 'Lo pagado al beneficiario en 45 días es {value} de lo que recibía en el año: viene subiendo.',
      en: 'What the counterparty got in 45 days is {value} of what it used to get over the year: it is rising.',
    },
    lowers: {
      es: 'Lo pagado al beneficiario se mantiene ({value} de lo que recibía).',
      en: 'What the counterparty gets is steady ({value} of what it used to).',
    },
    short: { es: 'Deriva del beneficiario', en: "Counterparty's drift" },
    unusual: {
      es: 'Lo pagado al beneficiario en 45 días es {value} de lo que recibía; lo habitual es {usual}.',
      en: 'What the counterparty got in 45 days is {value} of what it used to get; usual is {usual}.',
    },
  },
  counterparty_rise: {
    raises: {
      es: 'El monto es {value} de lo que este beneficiario recibió seis pagos atrás.',
      en: 'The amount is {value} of what this counterparty got six payments ago.',
    },
    lowers: {
      es: 'El monto no sube frente a seis pagos atrás ({value}).',
      en: 'The amount has not risen against six payments ago ({value}).',
    },
    short: { es: 'Alza en seis pagos', en: 'Rise over six payments' },
    unusual: {
      es: 'El monto es {value} del de seis pagos atrás; lo habitual es {usual}.',
      en: 'The amount is {value} of that six payments ago; usual is {usual}.',
    },
  },
  counterparty_count_60d: {
    raises: {
      es: 'El beneficiario recibió {value} pagos de la cuenta en 60 días; lo habitual es {usual}.',
      en: 'The counterparty got {value} payments from the account in 60 days; usual is {usual}.',
    },
    lowers: {
      es: 'El beneficiario recibe pagos al ritmo de siempre ({value} en 60 días).',
      en: 'The counterparty is paid at the usual pace ({value} in 60 days).',
    },
    short: { es: 'Pagos en 60 días', en: 'Payments in 60 days' },
    unusual: {
      es: 'El beneficiario recibió {value} pagos en 60 días; lo habitual es {usual}.',
      en: 'The counterparty got {value} payments in 60 days; usual is {usual}.',
    },
  },
  counterparty_pace: {
    raises: {
      es: 'El {value} de lo pagado al beneficiario en un año es de los últimos 45 días.',
      en: "{value} of the year's payments to the counterparty is of the last 45 days.",
    },
    lowers: {
      es: 'El flujo hacia el beneficiario es parejo ({value} en los últimos 45 días).',
      en: 'The flow to the counterparty is even ({value} in the last 45 days).',
    },
    short: { es: 'Peso reciente', en: 'Recent weight' },
    unusual: {
      es: 'El {value} de lo pagado al beneficiario es reciente; lo habitual es {usual}.',
      en: '{value} of what the counterparty got is recent; usual is {usual}.',
    },
  },
  amount_drift: {
    raises: {
      es: 'Los pagos de la cuenta en 30 días son {value} de los de medio año: vienen subiendo.',
      en: "The account's payments of 30 days are {value} of those of half a year: they are rising.",
    },
    lowers: {
      es: 'Los montos de la cuenta se mantienen ({value} de los de medio año).',
      en: "The account's amounts are steady ({value} of those of half a year).",
    },
    short: { es: 'Deriva de la cuenta', en: "Account's drift" },
    unusual: {
      es: 'Los pagos recientes son {value} de los de medio año; lo habitual es {usual}.',
      en: 'Recent payments are {value} of those of half a year; usual is {usual}.',
    },
  },
  hour_of_day: {
    raises: {
      es: 'El pago se ordenó a las {value} horas; lo habitual son las {usual}.',
      en: 'The payment was ordered at {value} hours; usual is {usual}.',
    },
    lowers: { es: 'La hora del pago ({value}) es normal.', en: 'The hour of the payment ({value}) is normal.' },
    short: { es: 'Hora', en: 'Hour' },
    unusual: {
      es: 'El pago se ordenó a las {value} horas; lo habitual son las {usual}.',
      en: 'The payment was ordered at {value} hours; usual is {usual}.',
    },
  },
  day_of_week: {
    raises: {
      es: 'El día de la semana ({value}, siendo 1 el lunes) acompaña otras señales de riesgo.',
      en: 'The day of the week ({value}, Monday being 1) goes with other signs of risk.',
    },
    lowers: { es: 'El día de la semana ({value}) es normal.', en: 'The day of the week ({value}) is normal.' },
    short: { es: 'Día', en: 'Day' },
  },
  month: {
    raises: {
      es: 'El mes ({value}) tuvo más problemas que otros.',
      en: 'The month ({value}) had more trouble than others.',
    },
    lowers: { es: 'El mes ({value}) no llama la atención.', en: 'The month ({value}) is unremarkable.' },
    short: { es: 'Mes', en: 'Month' },
  },
  is_off_hours: {
    raises: {
      es: 'El pago se ordenó de noche o en fin de semana.',
      en: 'The payment was ordered at night or on a weekend.',
    },
    lowers: { es: 'El pago se ordenó en horario de oficina.', en: 'The payment was ordered in office hours.' },
    short: { es: 'Fuera de horario', en: 'Off hours' },
    unusual: {
      es: 'El horario del pago no cuadra con lo demás.',
      en: 'The time of the payment does not fit the rest.',
    },
  },
  account_off_hours_share: {
    raises: {
      es: 'La cuenta paga fuera de horario el {value} de las veces.',
      en: 'The account pays off hours {value} of the time.',
    },
    lowers: {
      es: 'La cuenta paga fuera de horario el {value} de las veces, lo que encaja con este pago.',
      en: 'The account pays off hours {value} of the time, which fits this payment.',
    },
    short: { es: 'Costumbre de horario', en: 'Habit of hours' },
    unusual: {
      es: 'La cuenta paga fuera de horario el {value} de las veces; lo habitual es {usual}.',
      en: 'The account pays off hours {value} of the time; usual is {usual}.',
    },
  },
  arrival_delay: {
    raises: {
      es: 'El aviso del pago llegó {value} después; lo habitual es {usual}.',
      en: 'Notice of the payment came {value} later; usual is {usual}.',
    },
    lowers: { es: 'El aviso llegó a tiempo ({value}).', en: 'Notice came in time ({value}).' },
    short: { es: 'Demora', en: 'Delay' },
  },
  transaction_frequency: {
    raises: {
      es: 'La cuenta hizo {value} pagos en las 24 horas previas; lo habitual es {usual}.',
      en: 'The account made {value} payments in the 24 hours before; usual is {usual}.',
    },
    lowers: {
      es: 'El ritmo del día es normal ({value} pagos).',
      en: 'The pace of the day is normal ({value} payments).',
    },
    short: { es: 'Pagos en un día', en: 'Payments in a day' },
    unusual: {
      es: 'La cuenta hizo {value} pagos en 24 horas; lo habitual es {usual}.',
      en: 'The account made {value} payments in 24 hours; usual is {usual}.',
    },
  },
  transaction_frequency_1h: {
    raises: {
      es: 'La cuenta hizo {value} pagos en la hora previa.',
      en: 'The account made {value} payments in the hour before.',
    },
    lowers: {
      es: 'La cuenta no pagó de seguido ({value} en la hora previa).',
      en: 'The account did not pay in a row ({value} in the hour before).',
    },
    short: { es: 'Pagos en una hora', en: 'Payments in an hour' },
    unusual: {
      es: 'La cuenta hizo {value} pagos en la hora previa; lo habitual es {usual}.',
      en: 'The account made {value} payments in the hour before; usual is {usual}.',
    },
  },
  transaction_frequency_7d: {
    raises: {
      es: 'La cuenta hizo {value} pagos en una semana; lo habitual es {usual}.',
      en: 'The account made {value} payments in a week; usual is {usual}.',
    },
    lowers: {
      es: 'El ritmo de la semana es normal ({value} pagos).',
      en: 'The pace of the week is normal ({value} payments).',
    },
    short: { es: 'Pagos en una semana', en: 'Payments in a week' },
    unusual: {
      es: 'La cuenta hizo {value} pagos en una semana; lo habitual es {usual}.',
      en: 'The account made {value} payments in a week; usual is {usual}.',
    },
  },
  total_transactions: {
    raises: {
      es: 'La cuenta tiene poca historia: {value} pagos previos.',
      en: 'The account has little history: {value} earlier payments.',
    },
    lowers: {
      es: 'La cuenta tiene historia: {value} pagos previos.',
      en: 'The account has a history: {value} earlier payments.',
    },
    short: { es: 'Historia', en: 'History' },
    unusual: {
      es: 'La cuenta tiene {value} pagos previos; lo habitual es {usual}.',
      en: 'The account has {value} earlier payments; usual is {usual}.',
    },
  },
  time_since_last: {
    raises: {
      es: 'Pasaron {value} desde el pago anterior de la cuenta.',
      en: "{value} have passed since the account's payment before.",
    },
    lowers: {
      es: 'El pago anterior fue hace {value}, un intervalo normal.',
      en: 'The payment before was {value} ago, a normal gap.',
    },
    short: { es: 'Desde el anterior', en: 'Since the last' },
    unusual: {
      es: 'Pasaron {value} desde el pago anterior; lo habitual son {usual}.',
      en: '{value} have passed since the payment before; usual is {usual}.',
    },
  },
  counterparty_payments: {
    raises: {
      es: 'Pagos previos de la cuenta a este beneficiario: {value}; lo habitual es {usual}.',
      en: "The account's earlier payments to this counterparty: {value}; usual is {usual}.",
    },
    lowers: {
      es: 'El beneficiario es conocido: {value} pagos previos.',
      en: 'The counterparty is known: {value} earlier payments.',
    },
    short: { es: 'Pagos al beneficiario', en: 'Payments to counterparty' },
    unusual: {
      es: 'Pagos previos de la cuenta a este beneficiario: {value}; lo habitual es {usual}.',
      en: "The account's earlier payments to this counterparty: {value}; usual is {usual}.",
    },
  },
  new_counterparty: {
    raises: {
      es: 'La cuenta nunca había pagado a este beneficiario.',
      en: 'The account had never paid this counterparty.',
    },
    lowers: {
      es: 'La cuenta ya había pagado a este beneficiario.',
      en: 'The account had paid this counterparty before.',
    },
    short: { es: 'Beneficiario nuevo', en: 'New counterparty' },
    unusual: {
      es: 'Que el beneficiario sea nuevo o no, no cuadra con lo demás.',
      en: 'Whether the counterparty is new does not fit the rest.',
    },
  },
  new_counterparty_excess: {
    raises: {
      es: 'Un beneficiario nuevo recibe {value} del mayor pago de la cuenta.',
      en: "A new counterparty gets {value} of the account's largest payment.",
    },
    lowers: {
      es: 'No es un monto grande a un beneficiario nuevo.',
      en: 'It is no large amount to a new counterparty.',
    },
    short: { es: 'Nuevo y grande', en: 'New and large' },
    unusual: {
      es: 'Un beneficiario nuevo recibe {value} del mayor pago de la cuenta.',
      en: "A new counterparty gets {value} of the account's largest payment.",
    },
  },
  counterparty_days_known: {
    raises: {
      es: 'La cuenta conoce al beneficiario desde hace {value}; lo habitual es {usual}.',
      en: 'The account has known the counterparty for {value}; usual is {usual}.',
    },
    lowers: { es: 'Al beneficiario se le paga desde hace {value}.', en: 'The counterparty has been paid for {value}.' },
    short: { es: 'Antigüedad', en: 'Days known' },
    unusual: {
      es: 'Al beneficiario se le paga desde hace {value}; lo habitual son {usual}.',
      en: 'The counterparty has been paid for {value}; usual is {usual}.',
    },
  },
  counterparty_accounts: {
    raises: {
      es: 'Cuentas que pagaron al beneficiario en un año: {value}; lo habitual es {usual}.',
      en: 'Accounts that paid the counterparty in a year: {value}; usual is {usual}.',
    },
    lowers: {
      es: 'Al beneficiario le pagan también otras cuentas ({value}).',
      en: 'Other accounts pay the counterparty too ({value}).',
    },
    short: { es: 'Cuentas que le pagan', en: 'Accounts that pay' },
    unusual: {
      es: 'Cuentas que pagaron al beneficiario en un año: {value}; lo habitual es {usual}.',
      en: 'Accounts that paid the counterparty in a year: {value}; usual is {usual}.',
    },
  },
  new_counterparties_24h: {
    raises: {
      es: 'Beneficiarios nuevos que la cuenta pagó antes en 24 horas: {value}.',
      en: 'New counterparties that the account paid before within 24 hours: {value}.',
    },
    lowers: {
      es: 'La cuenta no viene pagando a desconocidos ({value} en 24 horas).',
      en: 'The account has not been paying strangers ({value} in 24 hours).',
    },
    short: { es: 'Nuevos en un día', en: 'New in a day' },
    unusual: {
      es: 'La cuenta pagó a {value} beneficiarios nuevos en 24 horas; lo habitual es {usual}.',
      en: 'The account paid {value} new counterparties in 24 hours; usual is {usual}.',
    },
  },
  new_counterparties_share: {
    raises: {
      es: 'El {value} de los pagos del día va a beneficiarios nuevos.',
      en: "{value} of the day's payments go to new counterparties.",
    },
    lowers: {
      es: 'Los pagos del día van a conocidos ({value} a nuevos).',
      en: "The day's payments go to known ones ({value} to new ones).",
    },
    short: { es: 'Parte nueva', en: 'New share' },
    unusual: {
      es: 'El {value} de los pagos del día va a beneficiarios nuevos; lo habitual es {usual}.',
      en: "{value} of the day's payments go to new counterparties; usual is {usual}.",
    },
  },
  fan_out_pace: {
    raises: {
      es: 'La cuenta pagó hoy a {value} beneficiarios más que en un día suyo.',
      en: 'The account paid {value} more counterparties than on one of its days.',
    },
    lowers: {
      es: 'La cuenta paga a tantos como siempre ({value} sobre su ritmo).',
      en: 'The account pays as many as ever ({value} over its pace).',
    },
    short: { es: 'Reparto', en: 'Fan-out' },
    unusual: {
      es: 'La cuenta pagó a {value} beneficiarios sobre su ritmo; lo habitual es {usual}.',
      en: 'The account paid {value} counterparties over its pace; usual is {usual}.',
    },
  },
  address_seen: {
    raises: {
      es: 'La cuenta pagó {value} veces desde esta conexión; lo habitual es {usual}.',
      en: 'The account paid {value} times from this connection; usual is {usual}.',
    },
    lowers: {
      es: 'La conexión es la de siempre: {value} pagos.',
      en: 'The connection is the usual one: {value} payments.',
    },
    short: { es: 'Conexión', en: 'Connection' },
    unusual: {
      es: 'La cuenta pagó {value} veces desde esta conexión; lo habitual es {usual}.',
      en: 'The account paid {value} times from this connection; usual is {usual}.',
    },
  },
  network_seen: {
    raises: {
      es: 'La cuenta pagó {value} veces desde esta red; lo habitual es {usual}.',
      en: 'The account paid {value} times from this network; usual is {usual}.',
    },
    lowers: { es: 'La red es la de siempre: {value} pagos.', en: 'The network is the usual one: {value} payments.' },
    short: { es: 'Red', en: 'Network' },
    unusual: {
      es: 'La cuenta pagó {value} veces desde esta red; lo habitual es {usual}.',
      en: 'The account paid {value} times from this network; usual is {usual}.',
    },
  },
  channel_seen: {
    raises: {
      es: 'La cuenta pagó {value} veces por este canal; lo habitual es {usual}.',
      en: 'The account paid {value} times by this channel; usual is {usual}.',
    },
    lowers: { es: 'El canal es el de siempre: {value} pagos.', en: 'The channel is the usual one: {value} payments.' },
    short: { es: 'Uso del canal', en: 'Use of channel' },
    unusual: {
      es: 'La cuenta pagó {value} veces por este canal; lo habitual es {usual}.',
      en: 'The account paid {value} times by this channel; usual is {usual}.',
    },
  },
  steady_relation: {
    raises: {
      es: 'No hay una relación estable con el beneficiario.',
      en: 'There is no steady relation with the counterparty.',
    },
    lowers: {
      es: 'Hay una relación estable con el beneficiario.',
      en: 'There is a steady relation with the counterparty.',
    },
    short: { es: 'Relación estable', en: 'Steady relation' },
    unusual: {
      es: 'La relación con el beneficiario no cuadra con lo demás del pago.',
      en: 'The relation with the counterparty does not fit the rest of the payment.',
    },
  },
  same_payment_24h: {
    raises: {
      es: 'Pagos idénticos al mismo beneficiario en las 24 horas previas: {value}.',
      en: 'Identical payments to the same counterparty in the 24 hours before: {value}.',
    },
    lowers: {
      es: 'No hay un pago idéntico en 24 horas ({value}).',
      en: 'There is no identical payment in 24 hours ({value}).',
    },
    short: { es: 'Idénticos en un día', en: 'Identical in a day' },
    unusual: {
      es: 'Hay {value} pagos idénticos en 24 horas; lo habitual es {usual}.',
      en: 'There are {value} identical payments in 24 hours; usual is {usual}.',
    },
  },
  same_payment_7d: {
    raises: {
      es: 'Pagos idénticos al mismo beneficiario en la semana previa: {value}.',
      en: 'Identical payments to the same counterparty in the week before: {value}.',
    },
    lowers: {
      es: 'No hay un pago idéntico en la semana ({value}).',
      en: 'There is no identical payment in the week ({value}).',
    },
    short: { es: 'Idénticos en una semana', en: 'Identical in a week' },
    unusual: {
      es: 'Hay {value} pagos idénticos en una semana; lo habitual es {usual}.',
      en: 'There are {value} identical payments in a week; usual is {usual}.',
    },
  },
  same_payment_habit: {
    raises: {
      es: 'Este monto exacto fue el {value} de los pagos al beneficiario en un año.',
      en: "This exact amount was {value} of the year's payments to the counterparty.",
    },
    lowers: {
      es: 'Repetir este monto es costumbre con el beneficiario ({value}).',
      en: 'Repeating this amount is usual with the counterparty ({value}).',
    },
    short: { es: 'Costumbre del monto', en: 'Habit of amount' },
    unusual: {
      es: 'Este monto exacto fue el {value} de los pagos al beneficiario; lo habitual es {usual}.',
      en: 'This exact amount was {value} of the payments to the counterparty; usual is {usual}.',
    },
  },
  last_amount_gap: {
    raises: {
      es: 'El monto difiere en {value} del último pagado al beneficiario en la semana.',
      en: 'The amount differs by {value} from the last one paid to the counterparty in the week.',
    },
    lowers: {
      es: 'El monto difiere en {value} del último pagado: no parece el mismo.',
      en: 'The amount differs by {value} from the last one paid: it does not look the same.',
    },
    short: { es: 'Diferencia con el anterior', en: 'Gap from the last' },
    unusual: {
      es: 'El monto difiere en {value} del último pagado; lo habitual es {usual}.',
      en: 'The amount differs by {value} from the last one paid; usual is {usual}.',
    },
  },
  counterparty_count_24h: {
    raises: {
      es: 'Pagos anteriores de la cuenta al beneficiario en 24 horas: {value}.',
      en: 'Earlier payments from the account to the counterparty in 24 hours: {value}.',
    },
    lowers: {
      es: 'El beneficiario no recibió varios pagos de seguido ({value}).',
      en: 'The counterparty did not get several payments in a row ({value}).',
    },
    short: { es: 'Al mismo en un día', en: 'To the same in a day' },
    unusual: {
      es: 'El beneficiario recibió {value} pagos en 24 horas; lo habitual es {usual}.',
      en: 'The counterparty got {value} payments in 24 hours; usual is {usual}.',
    },
  },
  counterparty_sum_24h: {
    raises: {
      es: 'El beneficiario suma {value} de la cuenta en 24 horas; lo habitual es {usual}.',
      en: 'The counterparty adds up to {value} from the account in 24 hours; usual is {usual}.',
    },
    lowers: {
      es: 'Lo que suma el beneficiario en 24 horas, {value}, no llama la atención.',
      en: 'What the counterparty adds up to in 24 hours, {value}, is unremarkable.',
    },
    short: { es: 'Suma del día', en: "Day's sum" },
    unusual: {
      es: 'El beneficiario suma {value} en 24 horas; lo habitual es {usual}.',
      en: 'The counterparty adds up to {value} in 24 hours; usual is {usual}.',
    },
  },
  split_over_limit: {
    raises: {
      es: 'Los pagos del día al beneficiario pasan juntos un límite de aprobación que ninguno alcanza.',
      en: "The day's payments to the counterparty together pass an approval limit that none reaches.",
    },
    lowers: {
      es: 'Los pagos del día no pasan juntos un límite que cada uno evite.',
      en: "The day's payments do not together pass a limit that each avoids.",
    },
    short: { es: 'Partes sobre el límite', en: 'Parts over the limit' },
    unusual: {
      es: 'Los pagos del día al beneficiario pasan juntos un límite que ninguno alcanza.',
      en: "The day's payments to the counterparty together pass a limit that none reaches.",
    },
  },
  limit_closeness: {
    raises: {
      es: 'El monto llega al {value} del límite de aprobación siguiente.',
      en: 'The amount reaches {value} of the next approval limit.',
    },
    lowers: {
      es: 'El monto no roza un límite de aprobación ({value}).',
      en: 'The amount does not graze an approval limit ({value}).',
    },
    short: { es: 'Cercanía al límite', en: 'Closeness to limit' },
    unusual: {
      es: 'El monto llega al {value} del límite siguiente; lo habitual es {usual}.',
      en: 'The amount reaches {value} of the next limit; usual is {usual}.',
    },
  },
  limit_distance: {
    raises: {
      es: 'Al monto le falta solo {value} para el límite de aprobación siguiente.',
      en: 'The amount lacks only {value} to the next approval limit.',
    },
    lowers: {
      es: 'El monto queda lejos de un límite de aprobación ({value}).',
      en: 'The amount is far from an approval limit ({value}).',
    },
    short: { es: 'Distancia al límite', en: 'Distance to limit' },
    unusual: {
      es: 'Al monto le falta {value} para el límite siguiente; lo habitual es {usual}.',
      en: 'The amount lacks {value} to the next limit; usual is {usual}.',
    },
  },
  near_limit_90d: {
    raises: {
      es: 'La cuenta hizo {value} pagos que rozan un límite en 90 días.',
      en: 'The account made {value} payments that graze a limit in 90 days.',
    },
    lowers: {
      es: 'Los pagos de la cuenta no suelen rozar los límites ({value} en 90 días).',
      en: "The account's payments do not usually graze limits ({value} in 90 days).",
    },
    short: { es: 'Rozan el límite', en: 'Grazing limits' },
    unusual: {
      es: 'La cuenta hizo {value} pagos que rozan un límite; lo habitual es {usual}.',
      en: 'The account made {value} payments that graze a limit; usual is {usual}.',
    },
  },
  near_limit_counterparty: {
    raises: {
      es: 'Pagos previos a este beneficiario que rozan un límite: {value}.',
      en: 'Earlier payments to this counterparty that graze a limit: {value}.',
    },
    lowers: {
      es: 'Los pagos a este beneficiario no rozan los límites ({value}).',
      en: 'Payments to this counterparty do not graze limits ({value}).',
    },
    short: { es: 'Beneficiario al límite', en: 'Counterparty at the limit' },
    unusual: {
      es: 'Este beneficiario ya recibió {value} pagos que rozan un límite; lo habitual es {usual}.',
      en: 'This counterparty already got {value} payments that graze a limit; usual is {usual}.',
    },
  },
  mcc_risk: {
    raises: {
      es: 'De los pagos ya esclarecidos a este rubro, {value} estuvo mal.',
      en: 'Of settled payments to this category, {value} was wrong.',
    },
    lowers: {
      es: 'El rubro tiene pocos problemas conocidos ({value}).',
      en: 'The category has few known problems ({value}).',
    },
    short: { es: 'Riesgo del rubro', en: 'Category risk' },
  },
  counterparty_risk: {
    raises: {
      es: 'De los pagos ya esclarecidos a este beneficiario o a los de su rubro, {value} estuvo mal.',
      en: 'Of settled payments to this counterparty or those of its category, {value} was wrong.',
    },
    lowers: {
      es: 'El beneficiario tiene pocos problemas conocidos ({value}).',
      en: 'The counterparty has few known problems ({value}).',
    },
    short: { es: 'Riesgo del beneficiario', en: 'Counterparty risk' },
  },
  account_risk: {
    raises: {
      es: 'De los pagos ya esclarecidos de la cuenta, {value} estuvo mal.',
      en: "Of the account's settled payments, {value} was wrong.",
    },
    lowers: {
      es: 'La cuenta tiene pocos problemas conocidos ({value}).',
      en: 'The account has few known problems ({value}).',
    },
    short: { es: 'Riesgo de la cuenta', en: 'Account risk' },
  },
  account_category_share: {
    raises: {
      es: 'Solo el {value} de los pagos de la cuenta va a este rubro.',
      en: "Only {value} of the account's payments go to this category.",
    },
    lowers: {
      es: 'Pagar a este rubro es habitual en la cuenta ({value}).',
      en: 'Paying this category is usual for the account ({value}).',
    },
    short: { es: 'Costumbre del rubro', en: 'Habit of category' },
    unusual: {
      es: 'El {value} de los pagos de la cuenta va a este rubro; lo habitual es {usual}.',
      en: "{value} of the account's payments go to this category; usual is {usual}.",
    },
  },
  merchant_category_code: {
    raises: {
      es: 'El rubro del beneficiario ({value}) acompaña otras señales de riesgo.',
      en: "The counterparty's category ({value}) goes with other signs of risk.",
    },
    lowers: {
      es: 'El rubro del beneficiario ({value}) es de los tranquilos.',
      en: "The counterparty's category ({value}) is a quiet one.",
    },
    short: { es: 'Rubro', en: 'Category' },
  },
  channel: {
    raises: {
      es: 'El canal ({value}) acompaña otras señales de riesgo.',
      en: 'The channel ({value}) goes with other signs of risk.',
    },
    lowers: { es: 'El canal ({value}) no llama la atención.', en: 'The channel ({value}) is unremarkable.' },
    short: { es: 'Canal', en: 'Channel' },
  },
};

/** The steps of the sequence say the same of one payment after the other, so their sentences are made, not written. */
const ofTheSequence: Readonly<Record<string, ReasonText>> = Object.fromEntries(
  lastPayments.map(({ name, title }) => [
    name,
    {
      raises: {
        es: `${title.es}: {value}; lo habitual es {usual}.`,
        en: `${title.en}: {value}; usual is {usual}.`,
      },
      lowers: { es: `${title.es}: {value}, dentro de lo normal.`, en: `${title.en}: {value}, within the normal.` },
      short: title,
    },
  ]),
);

export const paymentsReasons: Readonly<Record<string, ReasonText>> = { ...ofThisPayment, ...ofTheSequence };
