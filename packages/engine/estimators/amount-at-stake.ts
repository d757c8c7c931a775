import { type FittedRegressor, numberColumn, type Table } from '@rikuy/learn';

/** What an event is worth if its label is positive: by a model, by a feature, or 1. */
export type AmountAtStake =
  | { readonly kind: 'model'; readonly model: FittedRegressor }
  /** `otherwise` stands where the feature is missing: what is usual. */
  | { readonly kind: 'feature'; readonly name: string; readonly otherwise: number }
  | { readonly kind: 'one' };

/** Of every row, at least 0, in the currency of the label. */
export function amountsAtStake(amount: AmountAtStake, X: Table): Float64Array {
  switch (amount.kind) {
    case 'model':
      return amount.model.predict(X).map(value => Math.max(0, value));
    case 'feature':
      return Float64Array.from(numberColumn(X, amount.name).values, value =>
        Math.max(0, Number.isNaN(value) ? amount.otherwise : value),
      );
    case 'one':
      return new Float64Array(X.rowCount).fill(1);
  }
}
