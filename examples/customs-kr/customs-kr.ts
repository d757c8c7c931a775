import { defineUseCase, expression } from '@rikuy/engine';
import { declaredFeatures } from './features.ts';
import { reasons } from './reasons.ts';
import { declaration } from './records.ts';

/**
 * Import declarations of the Korea Customs Service, synthesised with a CTGAN (Jeong et al. 2022, arXiv 2208.02484): a
 * file with a schema of its own, made usable without touching the engine.
 *
 * Beware: the generator that made the file repeats whole declarations with their label (four rows in five of the
 * later quarters repeat an earlier one in heading, route, duty, mass and price). The figures reached on it show that
 * as-known rates and the booster work; they do not show skill on declarations never seen before.
 */
export const customsKr = defineUseCase({
  id: 'customs-kr',
  title: { es: 'Aduanas de Corea (datos públicos)', en: 'Korean customs (public data)' },
  description: {
    es: 'Declaraciones de importación sintetizadas por el servicio de aduanas de Corea.',
    en: "Import declarations synthesised from those of Korea's customs service.",
  },
  records: { declaration },
  decides: 'declaration',
  entityField: 'importer_id',
  officeField: 'office_id',
  valueField: 'item_price',
  label: {
    name: 'fraud',
    positive: { es: 'Fraude', en: 'Fraud' },
    negative: { es: 'Conforme', en: 'In order' },
    columns: { label: 'fraud' },
    currency: 'KRW',
    assumedDelayDays: 14,
  },
  lookups: {},
  features: declaredFeatures,
  peers: {
    title: {
      es: 'Precio por kg entre declaraciones de igual partida y origen',
      en: 'Price per kg among declarations of the same heading and origin',
    },
    unit: 'ratio',
    value: expression(({ dividedBy, record }) => dividedBy(record('item_price'), record('net_mass'))),
    by: ['hs6_code', 'country_of_origin'],
  },
  training: {
    candidates: [
      {
        name: 'boosting',
        title: { es: 'Potenciación de gradiente', en: 'Gradient boosting' },
        estimator: {
          kind: 'gradient-boosting-classifier',
          params: { trees: 300, maxDepth: 6, learningRate: 0.05, minChildWeight: 5, rowSample: 0.8, columnSample: 0.8 },
        },
      },
    ],
    choose: { kind: 'named', name: 'boosting' },
    delayDays: 14,
    validationShare: 0.2,
    cut: '2021-01-01',
    warmUpDays: 0,
    shares: [0.01, 0.02, 0.05, 0.1],
    refit: true,
  },
  policy: {
    kind: 'quotas',
    version: '1',
    outcomes: [
      {
        code: 'release',
        title: { es: 'Liberar', en: 'Release' },
        meaning: { es: 'Pasa sin control.', en: 'Passes without inspection.' },
        tone: 'good',
        worked: false,
      },
      {
        code: 'inspect',
        title: { es: 'Inspeccionar', en: 'Inspect' },
        meaning: { es: 'Se inspecciona la mercancía.', en: 'The goods are inspected.' },
        tone: 'bad',
        worked: true,
      },
    ],
    lanes: [{ outcome: 'inspect', capacity: { default: 3 }, randomShare: 0.1 }],
    rules: [],
  },
  reasons,
  patterns: {},
  examples: [],
});
