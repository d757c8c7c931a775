import { days, type FeatureDeclaration, features, hours } from '@rikuy/engine';
import { owner } from './owner.ts';

/** How often a buyer, a device, a card and an address are seen, and with whom. */
export const frequencyFeatures: readonly FeatureDeclaration[] = features(
  ({ past }) => ({
    trans_freq_1h: {
      value: past({ by: 'user_id', within: hours(1) }).count(),
      unit: 'count',
      title: { es: 'Compras del usuario en una hora', en: "Buyer's purchases in an hour" },
      description: { es: 'Compras del usuario en la hora previa.', en: "The buyer's purchases in the hour before." },
      justification: {
        es: 'Varias compras seguidas son el ritmo de quien prueba tarjetas.',
        en: 'Several purchases in a row is the pace of card testing.',
      },
      pattern: 'card_testing',
    },
    trans_freq_24h: {
      value: past({ by: 'user_id', within: hours(24) }).count(),
      unit: 'count',
      title: { es: 'Compras del usuario en un día', en: "Buyer's purchases in a day" },
      description: {
        es: 'Compras del usuario en las 24 horas previas.',
        en: "The buyer's purchases in the 24 hours before.",
      },
      justification: {
        es: 'Un salto sobre el ritmo habitual indica que la cuenta cambió de manos.',
        en: 'A jump over the usual pace tells that the account changed hands.',
      },
      pattern: 'card_testing',
    },
    trans_freq_7d: {
      value: past({ by: 'user_id', within: days(7) }).count(),
      unit: 'count',
      title: { es: 'Compras del usuario en una semana', en: "Buyer's purchases in a week" },
      description: {
        es: 'Compras del usuario en los 7 días previos.',
        en: "The buyer's purchases in the 7 days before.",
      },
      justification: {
        es: 'Da contexto al ritmo de la última hora.',
        en: 'Gives context to the pace of the last hour.',
      },
    },
    user_purchases: {
      value: past({ by: 'user_id', within: 'all' }).count(),
      unit: 'count',
      title: { es: 'Compras previas del usuario', en: "Buyer's earlier purchases" },
      description: {
        es: 'Todas las compras conocidas del usuario antes de esta.',
        en: 'All known purchases of the buyer before this one.',
      },
      justification: {
        es: 'Un cliente de años arriesga su historia; una cuenta nueva, nada.',
        en: 'A customer of years risks a history; a new account risks nothing.',
      },
      pattern: 'stolen_card_night',
    },
    account_age: {
      value: past({ by: 'user_id', within: 'all' }).daysSinceFirst(),
      unit: 'days',
      title: { es: 'Días desde la primera compra', en: 'Days since the first purchase' },
      description: {
        es: 'Días desde la primera compra conocida del usuario.',
        en: "Days since the buyer's first known purchase.",
      },
      justification: { es: 'Las cuentas de fraude viven poco.', en: 'Fraudulent accounts are short-lived.' },
    },
    time_since_last_trans: {
      value: past({ by: 'user_id', within: 'all' }).daysSinceLast(),
      unit: 'days',
      title: { es: 'Días desde la compra anterior', en: 'Days since the last purchase' },
      description: { es: 'Días desde la compra anterior del usuario.', en: "Days since the buyer's last purchase." },
      justification: {
        es: 'Una cuenta dormida que despierta de golpe merece una mirada.',
        en: 'A dormant account that wakes suddenly deserves a look.',
      },
      pattern: 'account_takeover',
    },
    device_trans_1h: {
      value: past({ by: 'device_id', within: hours(1) }).count(),
      unit: 'count',
      title: { es: 'Compras del dispositivo en una hora', en: "Device's purchases in an hour" },
      description: {
        es: 'Compras desde el mismo dispositivo en la hora previa.',
        en: 'Purchases from the same device in the hour before.',
      },
      justification: {
        es: 'Quien prueba tarjetas cambia de cuenta, pero rara vez de dispositivo.',
        en: 'Card testers change accounts, but seldom devices.',
      },
      pattern: 'card_testing',
    },
    device_cards_24h: {
      value: past({ by: 'device_id', within: hours(24) }).distinct('card_id'),
      unit: 'count',
      title: { es: 'Tarjetas del dispositivo en un día', en: "Device's cards in a day" },
      description: {
        es: 'Tarjetas distintas usadas desde el dispositivo en 24 horas.',
        en: 'Distinct cards used from the device in 24 hours.',
      },
      justification: {
        es: 'Nadie paga con cinco tarjetas en un día; quien las prueba, sí.',
        en: 'Nobody pays with five cards in a day; who tests them does.',
      },
      pattern: 'card_testing',
    },
    device_users_7d: {
      value: past({ by: 'device_id', within: days(7) }).distinct('user_id'),
      unit: 'count',
      title: { es: 'Usuarios del dispositivo en una semana', en: "Device's buyers in a week" },
      description: {
        es: 'Cuentas distintas vistas en el dispositivo en 7 días.',
        en: 'Distinct accounts seen on the device in 7 days.',
      },
      justification: {
        es: 'Un dispositivo con muchas cuentas es una granja de cuentas.',
        en: 'A device with many accounts is an account farm.',
      },
      pattern: 'bot_session',
    },
    user_device_seen: {
      value: past({ by: ['user_id', 'device_id'], within: 'all' }).count(),
      unit: 'count',
      title: { es: 'Compras previas con este dispositivo', en: 'Earlier purchases on this device' },
      description: {
        es: 'Compras anteriores del usuario con el mismo dispositivo.',
        en: "The buyer's earlier purchases on the same device.",
      },
      justification: {
        es: 'Un dispositivo nunca visto es lo primero que cambia cuando roban una cuenta.',
        en: 'A device never seen is the first thing that changes when an account is stolen.',
      },
      pattern: 'account_takeover',
    },
    user_card_seen: {
      value: past({ by: ['user_id', 'card_id'], within: 'all' }).count(),
      unit: 'count',
      title: { es: 'Compras previas con esta tarjeta', en: 'Earlier purchases with this card' },
      description: {
        es: 'Compras anteriores del usuario con la misma tarjeta.',
        en: "The buyer's earlier purchases with the same card.",
      },
      justification: {
        es: 'Una tarjeta conocida y no disputada da confianza.',
        en: 'A known card that was never disputed earns trust.',
      },
      pattern: 'stolen_card_night',
    },
    user_address_seen: {
      value: past({ by: ['user_id', 'address_id'], within: 'all' }).count(),
      unit: 'count',
      title: { es: 'Entregas previas a esta dirección', en: 'Earlier deliveries to this address' },
      description: {
        es: 'Compras anteriores del usuario entregadas en la misma dirección.',
        en: "The buyer's earlier purchases delivered to the same address.",
      },
      justification: { es: 'Lo robado se entrega en otra parte.', en: 'What is stolen is delivered elsewhere.' },
      pattern: 'stolen_card_night',
    },
    card_users_30d: {
      value: past({ by: 'card_id', within: days(30) }).distinct('user_id'),
      unit: 'count',
      title: { es: 'Usuarios de la tarjeta en un mes', en: "Card's buyers in a month" },
      description: {
        es: 'Cuentas distintas que pagaron con la tarjeta en 30 días.',
        en: 'Distinct accounts that paid with the card in 30 days.',
      },
      justification: {
        es: 'Una tarjeta en varias cuentas suele estar en venta.',
        en: 'A card in several accounts is usually for sale.',
      },
      pattern: 'merchant_collusion',
    },
    address_users_30d: {
      value: past({ by: 'address_id', within: days(30) }).distinct('user_id'),
      unit: 'count',
      title: { es: 'Usuarios de la dirección en un mes', en: "Address's buyers in a month" },
      description: {
        es: 'Cuentas distintas que pidieron entrega en la dirección en 30 días.',
        en: 'Distinct accounts with deliveries to the address in 30 days.',
      },
      justification: {
        es: 'Muchos compradores y una sola puerta: un punto de acopio.',
        en: 'Many buyers and one door: a collection point.',
      },
      pattern: 'bot_session',
    },
  }),
  { owner },
);
