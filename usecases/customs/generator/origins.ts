import { picker, type Picker, type Random } from '@rikuy/learn';
import type { Country } from '../records/countries.ts';
import type { OriginProfile } from '../taxes/goods.ts';

const shares: Readonly<Record<OriginProfile, Partial<Record<Country, number>>>> = {
  garments: { CN: 48, BD: 11, IN: 10, VN: 8, CO: 5, TR: 4, PK: 3, ID: 3, BR: 3, US: 3, IT: 2 },
  consumer: { CN: 66, VN: 5, IN: 5, US: 5, MX: 4, TR: 3, BR: 3, CO: 3, ID: 2, ES: 2, HK: 2 },
  electronics: { CN: 64, VN: 8, KR: 7, TW: 6, US: 5, MX: 4, JP: 3, HK: 3 },
  machinery: { CN: 36, US: 19, DE: 13, IT: 9, BR: 8, JP: 5, KR: 4, TW: 3, ES: 3 },
  vehicles: { CN: 34, JP: 16, KR: 13, IN: 10, BR: 8, US: 8, TH: 6, DE: 5 },
  regional: { CO: 19, MX: 14, CL: 13, US: 13, BR: 11, EC: 7, CN: 7, ES: 6, IN: 5, FR: 5 },
  europe: { ES: 22, FR: 18, IT: 14, GB: 13, US: 11, CN: 9, DE: 5, CO: 5, BR: 3 },
};

/** Price level of a country's goods: what the same tariff code costs from there. */
export const priceLevel: Readonly<Record<Country, number>> = {
  BD: 0.74,
  BR: 1,
  CL: 1.05,
  CN: 0.8,
  CO: 1,
  DE: 1.4,
  EC: 0.96,
  ES: 1.18,
  FR: 1.38,
  GB: 1.32,
  HK: 0.86,
  ID: 0.84,
  IN: 0.78,
  IT: 1.42,
  JP: 1.28,
  KR: 1.1,
  MX: 0.98,
  PK: 0.74,
  TH: 0.92,
  TR: 0.95,
  TW: 0.96,
  US: 1.16,
  VN: 0.85,
};

/** Preferential countries that a swapped origin names. */
export const swappedTo: Picker<Country> = picker([
  ['CO', 4],
  ['CL', 3],
  ['MX', 3],
  ['EC', 2],
  ['BR', 2],
  ['KR', 1],
]);

const pickers = new Map(
  Object.entries(shares).map(([profile, countries]) => [
    profile,
    picker(Object.entries(countries) as [Country, number][]),
  ]),
);

export function drawOrigin(profile: OriginProfile, random: Random): Country {
  return pickers.get(profile)!(random);
}

export function comesFrom(profile: OriginProfile, country: Country): boolean {
  return (shares[profile][country] ?? 0) > 0;
}
