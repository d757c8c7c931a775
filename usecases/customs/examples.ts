import type { Bilingual, RecordValues } from '@rikuy/contracts';
import { completeRuc } from './records/ruc.ts';
import { limaDay } from './taxes/dated-rows.ts';
import { disabledRuc } from './taxes/watch-lists.ts';

const established = completeRuc('2098888001');
const newcomer = completeRuc('2097777001');

const footwear: RecordValues = {
  customs_declaration_number: '118-2026-10-900001-01-4-00',
  item_number: 1,
  shipment_id: 'BL-2026-0048812',
  importer_ruc: established,
  broker_code: '4821',
  customs_office: '118',
  declaration_value: 14_400,
  declared_currency: 'USD',
  quantity_items: 900,
  country_origin: 'CN',
  product_category: 'footwear',
  tariff_code: '6403999000',
  shipment_weight: 860,
  shipping_method: 'sea',
  import_date: limaDay('2026-02-02'),
  estimated_market_price: 14_900,
  ad_valorem_rate: 11,
};

/** Complete records to try in the form, each with one thing to see. */
export const declarationExamples: readonly { readonly title: Bilingual; readonly record: RecordValues }[] = [
  { title: { es: 'Calzado a precio habitual', en: 'Footwear at a usual price' }, record: footwear },
  {
    title: { es: 'El mismo calzado a un tercio del precio', en: 'The same footwear at a third of the price' },
    record: {
      ...footwear,
      customs_declaration_number: '118-2026-10-900002-01-2-00',
      importer_ruc: newcomer,
      declaration_value: 4900,
    },
  },
  {
    title: { es: 'Cantidad que no cuadra con el peso', en: 'A quantity that does not fit the weight' },
    record: {
      ...footwear,
      customs_declaration_number: '118-2026-10-900003-01-0-00',
      quantity_items: 400,
      declaration_value: 6400,
      estimated_market_price: null,
    },
  },
  {
    title: { es: 'Polos «de Colombia» que llegan por barco', en: 'T-shirts "from Colombia" that arrive by ship' },
    record: {
      ...footwear,
      customs_declaration_number: '118-2026-10-900004-01-8-00',
      country_origin: 'CO',
      product_category: 'apparel',
      tariff_code: '6109100000',
      quantity_items: 6000,
      shipment_weight: 1020,
      declaration_value: 15_600,
      estimated_market_price: null,
      ad_valorem_rate: 0,
    },
  },
  {
    title: { es: 'Importador no habilitado', en: 'Importer not enabled' },
    record: {
      ...footwear,
      customs_declaration_number: '235-2026-10-900005-01-6-00',
      importer_ruc: disabledRuc,
      customs_office: '235',
      shipping_method: 'air',
    },
  },
];
