import type { Catalogue } from './persist/restore.ts';

/**
 * Every estimator of this library by its name. What is exported as an estimator stands here too, so that any stored
 * model can be restored and the conformance suite meets all of them.
 */
export const catalogue = {} as const satisfies Catalogue;
