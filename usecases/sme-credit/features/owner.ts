/** Who answers for the features of this case. */
export const owner = 'riesgo-crediticio';
