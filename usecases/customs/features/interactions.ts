import { type FeatureDeclaration, features } from '@rikuy/engine';

const owner = 'perfiles-de-riesgo';

/** Two signs that tell more together than apart. */
export const interactionFeatures: readonly FeatureDeclaration[] = features(
  ({ feature, times }) => ({
    interaction_terms_1: {
      value: times(feature('price_discrepancy'), feature('country_risk_score')),
      unit: 'USD',
      title: { es: 'Diferencia de precio por riesgo del origen', en: 'Price gap × origin risk' },
      description: {
        es: 'Diferencia con el precio de mercado multiplicada por el riesgo del país de origen.',
        en: 'Gap to the market price multiplied by the risk of the country of origin.',
      },
      justification: {
        es: 'Un precio bajo pesa más si viene de donde se suele subdeclarar.',
        en: 'A low price weighs more where under-reporting is common.',
      },
      pattern: 'shell_undervaluation',
    },
    interaction_terms_2: {
      value: times(feature('item_value_ratio'), feature('importer_risk_score')),
      unit: 'USD/kg',
      title: { es: 'Valor por kilogramo por riesgo del importador', en: 'Value per kilogram × importer risk' },
      description: {
        es: 'Valor por kilogramo multiplicado por el riesgo del importador.',
        en: 'Value per kilogram multiplied by the risk of the importer.',
      },
      justification: {
        es: 'Separa al importador con antecedentes que trae carga valiosa del que trae carga barata.',
        en: 'Tells an importer with findings who brings valuable cargo from one who brings cheap cargo.',
      },
      pattern: 'quantity_understated',
    },
  }),
  { owner },
);
