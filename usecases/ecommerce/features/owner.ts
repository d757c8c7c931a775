/** Who answers for these features. */
export const owner = 'prevencion-fraude';
