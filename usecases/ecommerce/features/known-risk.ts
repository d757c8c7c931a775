import { days, type FeatureDeclaration, features } from '@rikuy/engine';
import { owner } from './owner.ts';

/** What chargebacks known by now say of merchants, countries and categories. */
export const knownRiskFeatures: readonly FeatureDeclaration[] = features(
  ({ label, past, record, dividedBy, feature, equals, first }) => ({
    merchant_risk: {
      value: label('fraudulent').rate({ by: 'merchant_id', prior: 60, within: days(365) }),
      unit: 'share',
      title: { es: 'Fraude conocido del comercio', en: "Merchant's known fraud" },
      description: {
        es: 'Parte fraudulenta de las compras al comercio ya esclarecidas, de un año, suavizada.',
        en: "Fraudulent share of the merchant's settled purchases over a year, smoothed.",
      },
      justification: {
        es: 'Un comercio que atrae o consiente fraudes los vuelve a tener.',
        en: 'A merchant that attracts or condones fraud has it again.',
      },
      pattern: 'merchant_collusion',
    },
    merchant_trans_7d: {
      value: dividedBy(
        past({ by: 'merchant_id', within: days(7) }).count(),
        past({ by: 'merchant_id', within: days(90) }).count(),
      ),
      unit: 'share',
      title: { es: 'Ventas recientes del comercio', en: "Merchant's recent sales" },
      description: {
        es: 'Ventas de los últimos 7 días como parte de las de 90.',
        en: 'Sales of the last 7 days as a share of those of 90.',
      },
      justification: {
        es: 'Un comercio que multiplica sus ventas de golpe puede estar inventándolas.',
        en: 'A merchant whose sales multiply suddenly may be making them up.',
      },
      pattern: 'merchant_collusion',
    },
    merchant_new_buyers: {
      value: past({ by: 'merchant_id', within: days(30) }).share(equals(feature('user_purchases'), 0)),
      unit: 'share',
      title: { es: 'Compradores nuevos del comercio', en: "Merchant's new buyers" },
      description: {
        es: 'Parte de las ventas del comercio en 30 días hechas a cuentas sin compras previas.',
        en: "Share of the merchant's sales in 30 days to accounts without earlier purchases.",
      },
      justification: {
        es: 'Las cuentas creadas para la ocasión son la otra mitad de una venta ficticia.',
        en: 'Accounts made for the occasion are the other half of a fictitious sale.',
      },
      pattern: 'merchant_collusion',
    },
    ip_country_risk: {
      value: label('fraudulent').rate({ by: 'ip_country', prior: 80, within: days(365) }),
      unit: 'share',
      title: { es: 'Fraude conocido del país de conexión', en: 'Known fraud of the country of connection' },
      description: {
        es: 'Parte fraudulenta de las compras esclarecidas desde el país, de un año, suavizada.',
        en: 'Fraudulent share of settled purchases from the country over a year, smoothed.',
      },
      justification: {
        es: 'Resume lo aprendido sin tratar a todos los extranjeros por igual.',
        en: 'Sums up what was learned without treating all foreigners alike.',
      },
      pattern: 'account_takeover',
    },
    address_risk: {
      value: label('fraudulent').rate({ by: 'address_id', prior: 5, backOff: ['geo_location'], within: days(365) }),
      unit: 'share',
      title: { es: 'Fraude conocido de la dirección', en: 'Known fraud of the address' },
      description: {
        es: 'Parte fraudulenta de lo entregado en la dirección, suavizada hacia su departamento.',
        en: 'Fraudulent share of deliveries to the address, smoothed towards its department.',
      },
      justification: {
        es: 'Los puntos de acopio se usan hasta que se descubren.',
        en: 'Collection points are used until they are found out.',
      },
      pattern: 'bot_session',
    },
    device_frauds: {
      value: label('fraudulent').positives({ by: 'device_id', within: days(365) }),
      unit: 'count',
      title: { es: 'Fraudes conocidos del dispositivo', en: "Device's known frauds" },
      description: {
        es: 'Compras fraudulentas ya conocidas hechas con el dispositivo.',
        en: 'Purchases from the device already known as fraudulent.',
      },
      justification: {
        es: 'El dispositivo que ya defraudó vuelve.',
        en: 'The device that defrauded before comes back.',
      },
      pattern: 'card_testing',
    },
    network_trans_1h: {
      value: past({ by: first(record('ip_address'), 9), within: { hours: 1 } }).count(),
      unit: 'count',
      title: { es: 'Compras desde la red en una hora', en: 'Purchases from the network in an hour' },
      description: {
        es: 'Compras desde direcciones que comienzan igual, en la hora previa.',
        en: 'Purchases from addresses that begin alike, in the hour before.',
      },
      justification: { es: 'Las redes de robots comparten proveedor.', en: 'Botnets share a provider.' },
      pattern: 'bot_session',
    },
  }),
  { owner },
);
