import { expect, it } from 'vitest';
import { findXgboost } from './find-xgboost.ts';

it('takes the file that XGBOOST_LIB names', () => {
  expect(findXgboost({ XGBOOST_LIB: import.meta.filename })).toBe(import.meta.filename);
});

it('finds nothing else when that file is not there', () => {
  expect(findXgboost({ XGBOOST_LIB: '/nowhere/libxgboost.so' })).toBeUndefined();
});
