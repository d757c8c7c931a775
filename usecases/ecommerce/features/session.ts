import { type FeatureDeclaration, features, hours } from '@rikuy/engine';
import { owner } from './owner.ts';

/** How the visit went, and where and when it happened. */
export const sessionFeatures: readonly FeatureDeclaration[] = features(
  ({ record, past, feature, first, times, dividedBy, hour, isWeekend, not, equals, atMost, largest }) => {
    const visit = past({ of: 'behaviour', by: 'session_id', within: hours(24) });
    const perMinute = (count: ReturnType<typeof record>) =>
      times(60, dividedBy(count, largest(1, feature('session_duration'))));
    return {
      session_duration: {
        value: visit.max('session_duration'),
        unit: 'seconds',
        title: { es: 'Duración de la sesión', en: 'Session duration' },
        description: { es: 'Segundos desde la entrada hasta el pago.', en: 'Seconds from entry to payment.' },
        justification: {
          es: 'Un robot, o quien ya sabe qué robar, no se detiene a mirar.',
          en: 'A bot, or who knows what to steal, does not stop to look.',
        },
        pattern: 'bot_session',
      },
      click_through_rate: {
        value: visit.max('click_through_rate'),
        unit: 'share',
        title: { es: 'Tasa de clics', en: 'Click-through rate' },
        description: {
          es: 'Parte de lo mostrado en lo que se hizo clic.',
          en: 'Share of what was shown that was clicked.',
        },
        justification: {
          es: 'Las personas miran más de lo que tocan; los robots van directo.',
          en: 'People look at more than they touch; bots go straight.',
        },
        pattern: 'bot_session',
      },
      add_to_cart_freq: {
        value: perMinute(visit.max('add_to_cart')),
        title: { es: 'Agregados al carrito por minuto', en: 'Additions to the cart per minute' },
        description: {
          es: 'Veces por minuto que se agregó algo al carrito.',
          en: 'Additions to the cart per minute of the session.',
        },
        justification: {
          es: 'Un ritmo que ninguna mano alcanza delata a una máquina.',
          en: 'A pace that no hand reaches gives a machine away.',
        },
        pattern: 'bot_session',
      },
      pages_per_minute: {
        value: perMinute(visit.max('pages')),
        title: { es: 'Páginas por minuto', en: 'Pages per minute' },
        description: { es: 'Páginas abiertas por minuto de sesión.', en: 'Pages opened per minute of the session.' },
        justification: { es: 'Leer toma tiempo.', en: 'Reading takes time.' },
        pattern: 'bot_session',
      },
      geo_location: {
        value: record('geo_location'),
        kind: 'category',
        title: { es: 'Departamento de entrega', en: 'Department of delivery' },
        description: { es: 'Departamento al que se entrega.', en: 'Department of delivery.' },
        justification: {
          es: 'El fraude se concentra donde es fácil recoger lo comprado.',
          en: 'Fraud gathers where goods are easily collected.',
        },
      },
      device_type: {
        value: record('device_type'),
        kind: 'category',
        title: { es: 'Tipo de dispositivo', en: 'Device type' },
        description: { es: 'Celular, computadora o tableta.', en: 'Mobile, desktop or tablet.' },
        justification: {
          es: 'Los ataques automáticos vienen casi siempre de computadoras.',
          en: 'Automated attacks come almost always from desktops.',
        },
        pattern: 'bot_session',
      },
      ip_country: {
        value: record('ip_country'),
        kind: 'category',
        title: { es: 'País de la conexión', en: 'Country of the connection' },
        description: { es: 'País al que pertenece la dirección IP.', en: 'Country that the IP address belongs to.' },
        justification: {
          es: 'El riesgo no se reparte por igual entre países de conexión.',
          en: 'Risk is not spread evenly over countries of connection.',
        },
        pattern: 'account_takeover',
      },
      country_mismatch: {
        value: not(equals(record('ip_country'), first(record('geo_location'), 2))),
        title: { es: 'Conexión y entrega en países distintos', en: 'Connection and delivery in different countries' },
        description: {
          es: '1 cuando el país de la conexión no es el de la entrega.',
          en: '1 where the country of the connection is not that of delivery.',
        },
        justification: {
          es: 'Quien compra para sí suele estar donde recibe.',
          en: 'Who buys for themselves is usually where they receive.',
        },
        pattern: 'account_takeover',
      },
      user_country_seen: {
        value: past({ by: ['user_id', 'ip_country'], within: 'all' }).count(),
        unit: 'count',
        title: { es: 'Compras previas desde este país', en: 'Earlier purchases from this country' },
        description: {
          es: 'Compras anteriores del usuario conectado desde el mismo país.',
          en: "The buyer's earlier purchases connected from the same country.",
        },
        justification: {
          es: 'Un viajero frecuente no es sospechoso; una conexión nunca vista, sí.',
          en: 'A frequent traveller is no suspect; a connection never seen is.',
        },
        pattern: 'account_takeover',
      },
      time_of_day: {
        value: hour(record('timestamp')),
        title: { es: 'Hora del día', en: 'Time of day' },
        description: { es: 'Hora de la compra en Lima, de 0 a 23.', en: 'Hour of the purchase in Lima, 0 to 23.' },
        justification: {
          es: 'De madrugada hay menos compras y nadie que conteste el teléfono.',
          en: 'At night there are fewer purchases, and nobody to answer the phone.',
        },
        pattern: 'stolen_card_night',
      },
      is_night: {
        value: atMost(hour(record('timestamp')), 5),
        title: { es: 'De madrugada', en: 'At night' },
        description: { es: '1 entre las 0 y las 6 horas de Lima.', en: '1 between midnight and 6 in Lima.' },
        justification: {
          es: 'El titular duerme y no ve el aviso de su banco.',
          en: "The cardholder sleeps and does not see the bank's message.",
        },
        pattern: 'stolen_card_night',
      },
      weekend: {
        value: isWeekend(record('timestamp')),
        title: { es: 'Fin de semana', en: 'Weekend' },
        description: { es: '1 en sábado o domingo.', en: '1 on Saturday or Sunday.' },
        justification: {
          es: 'Los equipos de revisión descansan y el fraude lo sabe.',
          en: 'Review teams rest, and fraud knows.',
        },
      },
      product_category: {
        value: record('product_category'),
        kind: 'category',
        title: { es: 'Categoría', en: 'Category' },
        description: { es: 'Categoría del artículo de mayor valor.', en: 'Category of the dearest item.' },
        justification: {
          es: 'Se roba lo que se revende rápido: celulares, entradas, bienes digitales.',
          en: 'What resells fast is stolen: phones, tickets, digital goods.',
        },
      },
      outside_score: {
        value: record('outside_score'),
        title: { es: 'Puntaje del servicio externo', en: 'Score of the outside service' },
        description: {
          es: 'De 0 a 100; vacío cuando el servicio no respondió.',
          en: 'From 0 to 100; missing when the service did not answer.',
        },
        justification: {
          es: 'El servicio ve compras en otros comercios que aquí no se ven.',
          en: 'The service sees purchases elsewhere that are not seen here.',
        },
      },
    };
  },
  { owner },
);
