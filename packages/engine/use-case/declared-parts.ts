import { bilingual } from '@rikuy/contracts';
import { z } from 'zod';
import { isExpression, type Expression } from '../expressions/expression.ts';

/** Parts that the schemas of declarations share. */
export const expression = z.custom<Expression>(
  isExpression,
  'must be an expression; write it with `features` or `expression`',
);
export const name = z.string().min(1);
/** In (0, 1). */
export const share = z.number().gt(0).lt(1);
export const reasonText = z.strictObject({
  raises: bilingual,
  lowers: bilingual,
  short: bilingual,
  unusual: bilingual.optional(),
});
