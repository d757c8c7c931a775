import { writeFile } from 'node:fs/promises';
import type { GeneratedFiles, GenerateOptions } from '@rikuy/engine';
import { chance, type Random, seeded } from '@rikuy/learn';
import { soiledPurchase } from './dirt.ts';
import { generatePurchases } from './generate-purchases.ts';
import type { GeneratedPurchase } from './purchase.ts';

const columns = [
  'id_transaccion',
  'id_usuario',
  'id_sesion',
  'id_comercio',
  'fecha_hora',
  'monto',
  'moneda',
  'cantidad',
  'categoria',
  'departamento',
  'direccion_hash',
  'tarjeta_hash',
  'ip',
  'pais_ip',
  'id_dispositivo',
  'tipo_dispositivo',
  'puntaje_externo',
  'fraudulent',
  'label_known_at',
  'chargeback_amount',
  '_planted_pattern',
  '_true_label',
];
const visitColumns = [
  'id_sesion',
  'observed_at',
  'duracion_sesion',
  'tasa_clics',
  'agregados_carrito',
  'paginas_vistas',
];

/**
 * Writes generated purchases as CSV like the export of a marketplace, dirt included, and the visits beside them as
 * `….behaviour.csv`. Columns that begin with `_` hold the truth: nothing may learn from them. The same options give the
 * same bytes.
 */
export async function writePurchases(path: string, options: GenerateOptions): Promise<GeneratedFiles> {
  const purchases = partOf(generatePurchases(options), options);
  const random = seeded(options.seed).fork('dirt');
  const lines = purchases.flatMap(purchase => purchaseLines(purchase, random));
  const visits = purchases.flatMap(visitLine);
  const visitPath = besides(path, 'behaviour');
  await writeFile(path, `${[columns.join(','), ...lines].join('\n')}\n`);
  await writeFile(visitPath, `${[visitColumns.join(','), ...visits].join('\n')}\n`);
  return { lines: lines.length, others: [{ recordType: 'behaviour', path: visitPath, lines: visits.length }] };
}

/** History with the findings known before the cut, or what arrives after it, of which nothing is known. */
function partOf(purchases: readonly GeneratedPurchase[], { part }: GenerateOptions): readonly GeneratedPurchase[] {
  if (!part) return purchases;
  const cut = Date.parse(`${part.cut}T00:00:00-05:00`);
  const isHistory = part.kind === 'history';
  return purchases
    .filter(({ purchase }) => purchase.time < cut === isHistory)
    .map(one => ({ ...one, finding: isHistory && one.finding && one.finding.knownAt < cut ? one.finding : null }));
}

function besides(path: string, type: string): string {
  return path.endsWith('.csv') ? `${path.slice(0, -4)}.${type}.csv` : `${path}.${type}`;
}

function purchaseLines(generated: GeneratedPurchase, random: Random): string[] {
  const { finding, purchase } = generated;
  const found = finding
    ? [
        String(finding.fraudulent),
        writeMoment(finding.knownAt),
        finding.fraudulent === 1 ? (purchase.amount / 3.6).toFixed(2) : '',
      ]
    : ['', '', ''];
  const hidden = [purchase.pattern ?? '', purchase.isFraud ? '1' : '0'];
  const line = [...soiledPurchase(generated, random), ...found, ...hidden].join(',');
  return chance(0.002, random) ? [line, line] : [line];
}

function visitLine({ session, purchase: { visit, time } }: GeneratedPurchase): string[] {
  if (!visit) return [];
  const { session_duration: seconds, click_through_rate: clicks, add_to_cart: added, pages } = visit;
  return [
    [session, writeMoment(time - 1500), seconds.toFixed(1), clicks.toFixed(4), String(added), String(pages)].join(','),
  ];
}

/** An instant in Lima, `2025-11-14T09:30:00-05:00`. */
export function writeMoment(time: number): string {
  return `${new Date(time - 5 * 3_600_000).toISOString().slice(0, 19)}-05:00`;
}
