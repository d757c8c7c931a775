import type { ProductCategory } from '../records/product-categories.ts';

/** Goods of the synthetic world: one tariff code, what it costs and weighs, and where it comes from. */
export interface Good {
  readonly code: string;
  readonly name: string;
  readonly category: ProductCategory;
  /** Ad valorem in percent before any preference. */
  readonly rate: 0 | 4 | 6 | 11;
  /** Median CIF price of one unit in US dollars at price level 1. */
  readonly unitPrice: number;
  /** Median weight of one unit in kilograms. */
  readonly unitWeight: number;
  readonly origins: OriginProfile;
  /** Code of lower rate under which it is sometimes hidden. */
  readonly disguise?: string;
}

export type OriginProfile = 'garments' | 'consumer' | 'electronics' | 'machinery' | 'vehicles' | 'regional' | 'europe';

type Row = readonly [
  code: string,
  rate: Good['rate'],
  unitPrice: number,
  unitWeight: number,
  origins: OriginProfile,
  name: string,
  disguise?: string,
];

/**
 * The first six digits are HS 2022 codes; the last four, the rates and the prices are simplified. Prices and weights
 * are the writer's estimates, not statistics.
 */
const rows: Readonly<Partial<Record<ProductCategory, readonly Row[]>>> = {
  apparel: [
    ['6109100000', 11, 3.4, 0.17, 'garments', 'cotton T-shirts', '5208210000'],
    ['6110209000', 11, 8.5, 0.42, 'garments', 'cotton pullovers', '6006320000'],
    ['6203421000', 11, 9.8, 0.6, 'garments', "men's denim trousers", '5208210000'],
    ['6204620000', 11, 9.1, 0.5, 'garments', "women's cotton trousers", '5208210000'],
    ['6202400000', 11, 16, 0.75, 'garments', "women's anoraks", '5407520000'],
    ['6205200000', 11, 6.9, 0.25, 'garments', "men's cotton shirts", '5208210000'],
    ['6111200000', 11, 4.2, 0.15, 'garments', 'babies’ garments of cotton', '6006320000'],
    ['6212100000', 11, 3.1, 0.08, 'garments', 'brassières'],
    ['6115950000', 11, 0.75, 0.05, 'garments', 'cotton socks', '5402330000'],
  ],
  home_textiles: [
    ['6302600000', 11, 4.8, 0.45, 'garments', 'cotton towels', '5208210000'],
    ['6301400000', 11, 6.5, 1.2, 'garments', 'synthetic blankets', '5407520000'],
  ],
  footwear: [
    ['6402999000', 11, 6.2, 0.65, 'garments', 'plastic footwear', '6406909000'],
    ['6403999000', 11, 19, 0.95, 'garments', 'leather footwear', '6406909000'],
    ['6404111000', 11, 14, 0.75, 'garments', 'sports footwear', '6406200000'],
    ['6404190000', 11, 6.8, 0.55, 'garments', 'textile footwear', '6406200000'],
  ],
  footwear_parts: [
    ['6406200000', 0, 1.1, 0.35, 'consumer', 'rubber soles'],
    ['6406909000', 0, 0.9, 0.22, 'consumer', 'parts of footwear'],
  ],
  textiles: [
    ['5208210000', 6, 1.6, 0.17, 'garments', 'bleached cotton fabric, metres'],
    ['5407520000', 6, 1.2, 0.19, 'garments', 'dyed polyester fabric, metres'],
    ['6006320000', 6, 1.9, 0.26, 'garments', 'dyed knitted fabric, metres'],
    ['5402330000', 0, 1.7, 1, 'garments', 'textured polyester yarn, kilograms'],
  ],
  electronics: [
    ['8517130000', 0, 165, 0.38, 'electronics', 'smartphones'],
    ['8471300000', 0, 420, 2.3, 'electronics', 'portable computers'],
    ['8528720000', 6, 210, 9.5, 'electronics', 'television sets', '8528520000'],
    ['8528520000', 0, 105, 4.4, 'electronics', 'computer monitors'],
    ['8518300000', 6, 9.5, 0.18, 'electronics', 'headphones', '8518900000'],
    ['8518220000', 6, 28, 2.1, 'electronics', 'loudspeakers', '8518900000'],
    ['8518900000', 0, 3.2, 0.12, 'electronics', 'parts of audio devices'],
    ['8523510000', 0, 5.2, 0.03, 'electronics', 'flash memories'],
    ['8504409000', 0, 4.1, 0.16, 'electronics', 'chargers and converters'],
    ['8539520000', 4, 1.1, 0.07, 'electronics', 'LED lamps'],
    ['8525890000', 0, 32, 0.5, 'electronics', 'video cameras'],
    ['8544422000', 6, 2.3, 0.3, 'electronics', 'cables with connectors', '8536690000'],
    ['8536690000', 0, 0.6, 0.04, 'electronics', 'plugs and sockets'],
  ],
  appliances: [
    ['8516600000', 6, 62, 9, 'consumer', 'electric ovens', '8516900000'],
    ['8516400000', 6, 11, 1.1, 'consumer', 'electric irons', '8516900000'],
    ['8516900000', 0, 4.5, 0.6, 'consumer', 'parts of heating appliances'],
    ['8509401000', 6, 19, 2.4, 'consumer', 'blenders', '8516900000'],
    ['8418103000', 6, 260, 58, 'consumer', 'refrigerators'],
    ['8450200000', 6, 290, 62, 'consumer', 'washing machines'],
    ['8414510000', 6, 14, 3, 'consumer', 'fans', '8414900000'],
    ['8414900000', 0, 5, 1.1, 'machinery', 'parts of fans and pumps'],
  ],
  toys: [
    ['9503009900', 6, 3.6, 0.33, 'consumer', 'toys', '9023009000'],
    ['9503004000', 6, 4.4, 0.42, 'consumer', 'puzzles and models', '9023009000'],
    ['9504500000', 6, 190, 3.1, 'electronics', 'video game consoles', '8471300000'],
    ['9505100000', 6, 1.9, 0.25, 'consumer', 'Christmas articles'],
  ],
  teaching_material: [['9023009000', 0, 7.5, 0.9, 'consumer', 'instruments for demonstration']],
  cosmetics: [
    ['3303000000', 6, 11, 0.3, 'europe', 'perfumes', '3302900000'],
    ['3302900000', 0, 14, 1, 'europe', 'odoriferous mixtures, kilograms'],
    ['3304990000', 6, 3.9, 0.18, 'regional', 'creams and make-up'],
    ['3305100000', 6, 1.9, 0.45, 'regional', 'shampoos'],
  ],
  beverages: [
    ['2208300000', 6, 6.8, 1.25, 'europe', 'whisky'],
    ['2204210000', 6, 3.2, 1.2, 'regional', 'bottled wine'],
    ['2203000000', 6, 0.65, 0.5, 'regional', 'beer'],
  ],
  food: [
    ['2106907900', 4, 12, 0.6, 'regional', 'food supplements'],
    ['1905310000', 6, 1.3, 0.35, 'regional', 'sweet biscuits'],
    ['1806900000', 6, 2.2, 0.3, 'regional', 'chocolate'],
    ['0902300000', 6, 2.9, 0.2, 'consumer', 'black tea'],
  ],
  auto_parts: [
    ['8708999900', 0, 18, 2.6, 'vehicles', 'vehicle parts'],
    ['8708302900', 0, 14, 2.2, 'vehicles', 'brakes and parts'],
    ['4011101000', 0, 38, 9, 'vehicles', 'car tyres'],
    ['8507100000', 6, 41, 14, 'vehicles', 'starter batteries', '8507900000'],
    ['8507900000', 0, 6, 1.8, 'vehicles', 'parts of batteries'],
    ['8511109000', 0, 1.8, 0.06, 'vehicles', 'spark plugs'],
  ],
  vehicles: [
    ['8703239000', 6, 13800, 1250, 'vehicles', 'cars'],
    ['8711200000', 6, 760, 112, 'vehicles', 'motorcycles', '8714100000'],
    ['8714100000', 0, 9, 1.5, 'vehicles', 'parts of motorcycles'],
    ['8712000000', 6, 95, 14, 'consumer', 'bicycles', '8714990000'],
    ['8714990000', 0, 3.8, 0.45, 'consumer', 'parts of bicycles'],
  ],
  machinery: [
    ['8443321900', 0, 120, 7, 'machinery', 'printers'],
    ['8413701900', 0, 230, 22, 'machinery', 'centrifugal pumps'],
    ['8481808000', 0, 12, 0.9, 'machinery', 'valves'],
    ['8467210000', 0, 34, 2.2, 'machinery', 'electric drills'],
    ['8452210000', 0, 850, 48, 'machinery', 'industrial sewing machines'],
    ['8429520000', 0, 74000, 14500, 'machinery', 'excavators'],
    ['8483409000', 0, 85, 9, 'machinery', 'gears'],
    ['8422400000', 0, 3900, 310, 'machinery', 'packing machines'],
  ],
  plastics: [
    ['3924109000', 6, 0.85, 0.16, 'consumer', 'plastic tableware', '3926909000'],
    ['3923302000', 6, 0.18, 0.04, 'regional', 'plastic bottles'],
    ['3926909000', 4, 0.55, 0.09, 'consumer', 'articles of plastics'],
    ['3907610000', 0, 1.15, 1, 'regional', 'PET, kilograms'],
    ['3901200000', 0, 1.25, 1, 'regional', 'polyethylene, kilograms'],
    ['3920200000', 4, 2.3, 1, 'regional', 'polypropylene film, kilograms'],
  ],
  furniture: [
    ['9403600000', 6, 48, 19, 'consumer', 'wooden furniture', '9403990000'],
    ['9401790000', 6, 21, 6.5, 'consumer', 'metal chairs', '9403990000'],
    ['9403990000', 0, 4.5, 2.1, 'consumer', 'parts of furniture'],
    ['9405420000', 6, 12, 1.3, 'consumer', 'LED luminaires', '8539520000'],
  ],
  ceramics: [
    ['6907210000', 6, 6.2, 17, 'europe', 'ceramic tiles, square metres'],
    ['6911100000', 6, 1.5, 0.42, 'consumer', 'porcelain tableware'],
    ['7013370000', 6, 0.6, 0.25, 'consumer', 'drinking glasses'],
    ['6910100000', 6, 34, 21, 'regional', 'sanitary ware'],
  ],
  luggage: [
    ['4202121000', 6, 17, 3.1, 'consumer', 'suitcases', '3926909000'],
    ['4202220000', 6, 6.5, 0.5, 'consumer', 'handbags', '3926909000'],
    ['4202920000', 6, 5.4, 0.5, 'consumer', 'backpacks', '3926909000'],
  ],
  sports: [
    ['9506910000', 6, 74, 23, 'consumer', 'gymnastics equipment', '9403990000'],
    ['9506620000', 6, 3.1, 0.42, 'consumer', 'inflatable balls'],
  ],
  hardware: [
    ['7318150000', 0, 1.7, 1, 'machinery', 'bolts, kilograms'],
    ['7323931000', 6, 4.9, 0.75, 'consumer', 'stainless kitchenware', '7326909000'],
    ['7326909000', 0, 2.1, 0.8, 'machinery', 'articles of iron or steel'],
    ['8205599000', 4, 2.4, 0.35, 'machinery', 'hand tools'],
  ],
  jewellery: [
    ['7117190000', 6, 0.9, 0.03, 'consumer', 'costume jewellery', '7326909000'],
    ['9102110000', 6, 9.5, 0.1, 'electronics', 'wrist watches'],
    ['9004100000', 6, 2.4, 0.06, 'consumer', 'sunglasses', '3926909000'],
  ],
  medical: [
    ['9018390000', 0, 1.1, 0.04, 'machinery', 'catheters and cannulae'],
    ['3004902900', 0, 2.7, 0.06, 'regional', 'medicaments'],
    ['9021100000', 0, 19, 0.35, 'machinery', 'orthopaedic appliances'],
  ],
  paper: [
    ['4820200000', 6, 0.8, 0.3, 'consumer', 'notebooks', '4802569000'],
    ['4802569000', 0, 0.95, 1, 'regional', 'writing paper, kilograms'],
    ['9608100000', 6, 0.12, 0.01, 'consumer', 'ball-point pens'],
  ],
};

export const goods: readonly Good[] = Object.entries(rows).flatMap(([category, list]) =>
  list.map(([code, rate, unitPrice, unitWeight, origins, name, disguise]) => ({
    code,
    name,
    category: category as ProductCategory,
    rate,
    unitPrice,
    unitWeight,
    origins,
    ...(disguise && { disguise }),
  })),
);

const byCode = new Map(goods.map(good => [good.code, good]));

/** @throws RangeError for a code outside the synthetic world */
export function goodOf(code: string): Good {
  const good = byCode.get(code);
  if (!good) throw new RangeError(`the tariff code must be one of the synthetic world's ${goods.length}; got ${code}.`);
  return good;
}
