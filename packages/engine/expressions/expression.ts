/** Placeholder type until the expression language stands. */
export type Expression = { readonly op: string };
