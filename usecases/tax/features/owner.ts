/** Who answers for these features. */
export const owner = 'inteligencia-tributaria';
