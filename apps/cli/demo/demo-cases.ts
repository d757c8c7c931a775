/** How much of each use case the demo makes: enough to learn from, little enough to wait for. */
export const demoRows: Readonly<Record<string, number>> = {
  customs: 20_000,
  tax: 7000,
  ecommerce: 8000,
  payments: 7000,
  'sme-credit': 2200,
};

/** The cases of the demo, in the order in which they are filled. */
export const demoCases: readonly string[] = Object.keys(demoRows);
