import type { RecordValues } from '@rikuy/contracts';
import { chance, type Random } from '@rikuy/learn';
import { departments } from '../records/places.ts';
import { sectors } from '../records/sectors.ts';

/** How often an export spoils a value. Every kind but the last two can be repaired. */
export const dirtRates = {
  spelling: 0.08,
  currencyCase: 0.02,
  slashedDate: 0.05,
  missingBalance: 0.03,
  missingDelay: 0.04,
  missingLenders: 0.03,
  /** Soles written as thousands. */
  outlier: 0.0008,
  /** A month that nobody reported. */
  missingMonth: 0.01,
  /** Rejected. */
  wrongRuc: 0.0006,
  unknownSector: 0.0005,
} as const;

/** The cells of a line, in the order of the record's fields, with the dirt of real exports. */
export function soiledApplication(record: RecordValues, random: Random): string[] {
  const hits = (kind: keyof typeof dirtRates): boolean => chance(dirtRates[kind], random);
  const soiled: Record<string, string> = Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, String(value)]),
  );
  soiled.applied_at = writtenMoment(Number(record.applied_at), hits('slashedDate'));
  if (hits('spelling')) soiled.sector = sectors[record.sector as keyof typeof sectors].es.toUpperCase();
  if (hits('spelling')) soiled.region = departments[record.region as keyof typeof departments].es;
  if (hits('currencyCase')) soiled.currency = soiled.currency.toLowerCase();
  if (hits('missingBalance')) Object.assign(soiled, { total_assets: '', total_equity: '', net_income: '' });
  if (hits('missingDelay')) soiled.worst_days_late = '';
  if (hits('missingLenders')) soiled.lenders = '';
  if (hits('outlier')) soiled.net_income = (Number(record.net_income) / 1000).toFixed(3);
  if (hits('wrongRuc'))
    soiled.applicant_ruc = `${soiled.applicant_ruc.slice(0, 10)}${(Number(soiled.applicant_ruc[10]) + 1) % 10}`;
  if (hits('unknownSector')) soiled.sector = 'varios';
  return Object.values(soiled);
}

/** `2025-11-14 09:30:00` or, where no reader can mistake it, `14/11/2025 09:30:00`, Lima time. */
function writtenMoment(time: number, slashed: boolean): string {
  const [day, clock] = new Date(time - 5 * 3_600_000).toISOString().slice(0, 19).split('T');
  const isPlain = !slashed || Number(day.slice(8)) <= 12;
  return `${isPlain ? day : day.split('-').toReversed().join('/')} ${clock}`;
}
