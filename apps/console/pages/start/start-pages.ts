import type { PolicyKind, Role } from '@rikuy/contracts';
import { type ComponentType, lazy } from 'react';

const pages = {
  day: lazy(async () => ({ default: (await import('../home/day-of-work.tsx')).DayOfWork })),
  ways: lazy(async () => ({ default: (await import('../home/what-you-may-do.tsx')).WhatYouMayDo })),
  analyst: lazy(async () => ({ default: (await import('./analyst-start.tsx')).AnalystStart })),
  feed: lazy(async () => ({ default: (await import('./live-feed-start.tsx')).LiveFeedStart })),
  finance: lazy(async () => ({ default: (await import('./finance-start.tsx')).FinanceStart })),
  form: lazy(async () => ({ default: (await import('./form-start.tsx')).FormStart })),
  regulator: lazy(async () => ({ default: (await import('./regulator-start.tsx')).RegulatorStart })),
  policy: lazy(async () => ({ default: (await import('./policy-start.tsx')).PolicyStart })),
} as const;

type PageName = keyof typeof pages;

/** A role's start page, with others where the use case decides by another kind of policy. */
type Choice = PageName | ({ readonly otherwise: PageName } & Partial<Record<PolicyKind, PageName>>);

/** The start page by role and kind of policy, and nowhere else. */
const startPages: Readonly<Record<Role, Choice>> = {
  officer: 'day',
  'loan-officer': 'day',
  inspector: 'day',
  administrator: 'day',
  auditor: 'day',
  analyst: 'analyst',
  specialist: 'analyst',
  'compliance-officer': 'feed',
  'finance-manager': 'finance',
  'policy-maker': 'policy',
  'data-scientist': 'ways',
  regulator: 'regulator',
  owner: { points: 'form', otherwise: 'ways' },
  merchant: { thresholds: 'form', otherwise: 'ways' },
};

/** The page that a role starts its day with in a use case of this kind. */
export function startPageOf(role: Role, kind: PolicyKind | undefined): ComponentType {
  return pages[startPageName(role, kind)];
}

export function startPageName(role: Role, kind: PolicyKind | undefined): PageName {
  const choice = startPages[role];
  if (typeof choice === 'string') return choice;
  return (kind && choice[kind]) ?? choice.otherwise;
}
