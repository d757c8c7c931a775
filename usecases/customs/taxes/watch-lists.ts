import type { Lookup } from '@rikuy/engine';
import { completeRuc } from '../records/ruc.ts';

/** A company of the synthetic world whose RUC is not enabled for imports. */
export const disabledRuc = completeRuc('2099999999');

/** RUCs that may not import: value 1 from the day of the measure, 0 from the day it is lifted. */
export const disabledImporters: Lookup = {
  title: { es: 'RUC no habilitados para importar', en: 'RUCs not enabled for imports' },
  unit: null,
  rows: [{ key: disabledRuc, from: '2024-01-01', value: 1, source: 'Synthetic; load the list of SUNAT' }],
};

/** Tariff codes under alert: value 1 from the day of the alert, 0 from its end. */
export const tariffAlerts: Lookup = {
  title: { es: 'Subpartidas en alerta', en: 'Tariff codes under alert' },
  unit: null,
  rows: [
    { key: '6402999000', from: '2024-01-01', value: 1, source: 'Synthetic; load the alerts in force' },
    { key: '6403999000', from: '2024-01-01', value: 1, source: 'Synthetic; load the alerts in force' },
    { key: '9503009900', from: '2024-09-01', value: 1, source: 'Synthetic; load the alerts in force' },
  ],
};
