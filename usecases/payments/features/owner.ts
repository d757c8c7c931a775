/** Who answers for these features. */
export const owner = 'control-de-pagos';
