import { policyKinds, roles } from '@rikuy/contracts';
import { describe, expect, it } from 'vitest';
import { startPageName, startPageOf } from './start-pages.ts';

describe('the start page', () => {
  it('exists for every role and every kind of policy', () => {
    for (const role of roles) for (const kind of policyKinds) expect(startPageOf(role, kind)).toBeDefined();
  });

  it('gives an owner the form only where applications are decided by points', () => {
    expect(policyKinds.map(kind => startPageName('owner', kind))).toEqual(['ways', 'ways', 'form']);
  });

  it('gives a merchant the form only where orders are decided by cost', () => {
    expect(policyKinds.map(kind => startPageName('merchant', kind))).toEqual(['ways', 'form', 'ways']);
  });
});
