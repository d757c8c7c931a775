import { defineUseCase, expression } from '@rikuy/engine';
import { customsFeatures } from './features/features.ts';
import { declarationExamples } from './examples.ts';
import { plantedPatterns } from './generator/planted-patterns.ts';
import { customsPolicy } from './policy.ts';
import { customsQuality } from './quality.ts';
import { customsReasons } from './reasons.ts';
import { declarationItem } from './records/declaration-item.ts';
import { underreported } from './records/underreported.ts';
import { exchangeRates } from './taxes/exchange-rates.ts';
import { perception, salesTax } from './taxes/sales-tax.ts';
import { preference, tariff } from './taxes/tariff.ts';
import { disabledImporters, tariffAlerts } from './taxes/watch-lists.ts';
import { customsTraining } from './training.ts';

/** Under-reported goods in import declarations. */
export const customs = defineUseCase({
  id: 'customs',
  title: { es: 'Subdeclaración en aduanas', en: 'Customs under-reporting' },
  description: {
    es: 'Encuentra las series de importación que declaran menos valor, menos cantidad, otro origen u otra clasificación, y las ordena por el tributo que se puede recuperar.',
    en: 'Finds import items that declare less value, less quantity, another origin or another classification, and ranks them by the duty that can be recovered.',
  },
  records: { declaration_item: declarationItem },
  decides: 'declaration_item',
  entityField: 'importer_ruc',
  officeField: 'customs_office',
  valueField: 'declaration_value',
  label: underreported,
  lookups: {
    fx: exchangeRates,
    ad_valorem: tariff,
    preference,
    sales_tax: salesTax,
    perception,
    disabled_importers: disabledImporters,
    tariff_alerts: tariffAlerts,
  },
  features: customsFeatures,
  peers: {
    title: {
      es: 'Precio por unidad frente a la misma subpartida y origen',
      en: 'Price per unit against the same tariff code and origin',
    },
    unit: 'USD',
    value: expression(({ record, lookup, times, dividedBy, orElse }) =>
      dividedBy(
        times(record('declaration_value'), lookup('fx', orElse(record('declared_currency'), 'USD'))),
        record('quantity_items'),
      ),
    ),
    by: ['tariff_code', 'country_origin'],
  },
  quality: customsQuality,
  training: customsTraining,
  policy: customsPolicy,
  reasons: customsReasons,
  patterns: plantedPatterns,
  examples: declarationExamples,
});
