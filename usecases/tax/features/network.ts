import { days, type FeatureDeclaration, features } from '@rikuy/engine';
import { owner } from './owner.ts';

/** Who buys from whom, as known from earlier declarations. */
export const networkFeatures: readonly FeatureDeclaration[] = features(
  ({ record, past, feature, dividedBy, above, when }) => ({
    is_reciprocal_supplier: {
      value: when(
        above(
          past({
            by: ['taxpayer_ruc', 'main_supplier_ruc'],
            matching: ['main_supplier_ruc', 'taxpayer_ruc'],
            within: days(365),
          }).count(),
          0,
        ),
      )
        .then(1)
        .otherwise(0),
      title: { es: 'Proveedor y cliente a la vez', en: 'Supplier and customer at once' },
      description: {
        es: '1 si su proveedor principal lo declaró a él como proveedor principal en los 365 días previos.',
        en: '1 where its main supplier declared it as main supplier over the 365 days before.',
      },
      justification: {
        es: 'Venderse mutuamente crea crédito fiscal sin que nada se mueva.',
        en: 'Selling to each other makes tax credit while nothing moves.',
      },
      pattern: 'invoice_carousel',
    },
    supplier_tax_ratio: {
      value: dividedBy(
        past({ by: 'taxpayer_ruc', matching: 'main_supplier_ruc', within: days(180) }).sum('declared_tax'),
        past({ by: 'taxpayer_ruc', matching: 'main_supplier_ruc', within: days(180) }).sum('declared_income'),
      ),
      unit: 'share',
      title: { es: 'Tributo del proveedor', en: "Supplier's tax" },
      description: {
        es: 'Tributo entre ingresos que su proveedor principal declaró en los 180 días previos.',
        en: 'Tax to income that its main supplier declared over the 180 days before.',
      },
      justification: {
        es: 'El crédito de uno debe ser el débito de otro: si el proveedor no paga, nadie pagó.',
        en: "One's credit must be another's debit: where the supplier pays nothing, nobody did.",
      },
      pattern: 'invoice_carousel',
    },
    supplier_purchases_ratio: {
      value: dividedBy(
        past({ by: 'taxpayer_ruc', matching: 'main_supplier_ruc', within: days(180) }).sum('declared_purchases'),
        past({ by: 'taxpayer_ruc', matching: 'main_supplier_ruc', within: days(180) }).sum('declared_income'),
      ),
      unit: 'share',
      title: { es: 'Compras del proveedor', en: "Supplier's purchases" },
      description: {
        es: 'Compras entre ingresos que su proveedor principal declaró en los 180 días previos.',
        en: 'Purchases to income that its main supplier declared over the 180 days before.',
      },
      justification: {
        es: 'En un carrusel todos compran lo mismo que venden.',
        en: 'In a carousel all buy as much as they sell.',
      },
      pattern: 'invoice_carousel',
    },
    supplier_customers: {
      value: past({ by: 'main_supplier_ruc', within: days(180) }).distinct(record('taxpayer_ruc')),
      unit: 'count',
      title: { es: 'Clientes del proveedor', en: "Supplier's customers" },
      description: {
        es: 'Contribuyentes distintos que lo declararon proveedor principal en los 180 días previos.',
        en: 'Different taxpayers that declared it their main supplier over the 180 days before.',
      },
      justification: {
        es: 'Un proveedor real vende a muchos; el de papel, a los suyos.',
        en: 'A real supplier sells to many; a paper one to its own.',
      },
      pattern: 'invoice_carousel',
    },
    representative_purchases_ratio: {
      value: past({ by: 'representative_id', within: days(180) }).mean(
        dividedBy(record('declared_purchases'), record('declared_income')),
      ),
      unit: 'share',
      title: { es: 'Compras entre clientes del representante', en: "Purchases among the representative's clients" },
      description: {
        es: 'Media de compras sobre ingresos de las declaraciones del mismo representante, 180 días previos.',
        en: 'Mean purchases to income over declarations of the same representative, 180 days before.',
      },
      justification: {
        es: 'Quien arma carruseles declara por todos sus miembros.',
        en: 'Who builds carousels files for all their members.',
      },
      pattern: 'invoice_carousel',
    },
    representative_supplier_share: {
      value: dividedBy(
        past({ by: ['representative_id', 'main_supplier_ruc'], within: days(180) }).count(),
        feature('representative_declarations'),
      ),
      unit: 'share',
      title: { es: 'Proveedor entre clientes del representante', en: "Supplier among the representative's clients" },
      description: {
        es: 'Parte de las declaraciones del representante con este mismo proveedor principal.',
        en: 'Share of the declarations of the representative that have this very main supplier.',
      },
      justification: {
        es: 'Clientes distintos con el mismo proveedor y el mismo representante suelen estar vinculados.',
        en: 'Different clients with one supplier and one representative are often linked.',
      },
      pattern: 'invoice_carousel',
    },
    representative_declarations: {
      value: past({ by: 'representative_id', within: days(180) }).count(),
      unit: 'count',
      title: { es: 'Declaraciones del representante', en: "Representative's declarations" },
      description: {
        es: 'Declaraciones presentadas por el representante en los 180 días previos.',
        en: 'Declarations filed by the representative over the 180 days before.',
      },
      justification: {
        es: 'Da peso a las tasas del representante.',
        en: "Gives weight to the representative's rates.",
      },
    },
  }),
  { owner },
);
