/**
 * Decision trees flattened one after another into typed arrays. A node is an index; the right child of `k` is
 * `left[k] + 1`. A number goes left when, as float32, it is below the threshold; a missing one goes where
 * `missingLeft` says (the conventions of XGBoost, so that models exchange without loss).
 */
export interface TreeEnsemble {
  /** Index of each tree's root. */
  readonly roots: Int32Array;
  /** Split input of each node, −1 for a leaf. */
  readonly feature: Int32Array;
  readonly threshold: Float32Array;
  readonly left: Int32Array;
  readonly missingLeft: Uint8Array;
  /** Output of a leaf (margin, shrinkage included); 0 at inner nodes. */
  readonly value: Float32Array;
  /** Sum of hessians (boosting) or weights (forest) of the training rows that reached the node. */
  readonly cover: Float32Array;
  /** Reduction of the loss by the node's split; 0 at leaves. */
  readonly gain: Float32Array;
  /**
   * For a category split, where the node's bit set starts in `categoryBits` (word index), else −1. A category goes
   * **right** when its bit is set; codes beyond the set go left with the others. Missing goes by `missingLeft`, and so
   * do levels not seen in training, which have no code (`encodeMatrix`).
   */
  readonly categoryStart: Int32Array;
  /** Words of the node's bit set. */
  readonly categoryWords: Int32Array;
  readonly categoryBits: Uint32Array;
  /** Added to the sum of the leaves, as float32: log-odds or value. */
  readonly baseMargin: number;
}
