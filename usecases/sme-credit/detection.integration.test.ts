import type { ModelManifest } from '@rikuy/contracts';
import {
  createMemoryStores,
  findCounterfactual,
  type LiveUseCase,
  openUseCase,
  overrideDecision,
  previewEvent,
  standingOutcome,
  trainModel,
} from '@rikuy/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { applicationOf } from './generator/application-records.ts';
import {
  defaultApplicationOptions,
  type GeneratedBook,
  generateApplications,
} from './generator/generate-applications.ts';
import { generatedEntries } from './generator/generated-entries.ts';
import { smeCredit } from './sme-credit.ts';

const stores = createMemoryStores();
const clock = { now: () => Date.parse('2026-02-01T05:00:00Z') };
let book: GeneratedBook;
let manifest: ModelManifest;
let live: LiveUseCase;

/** The whole way from a made-up book to a judged model in service. */
beforeAll(async () => {
  book = generateApplications({ ...defaultApplicationOptions, rows: 5000 });
  await stores.eventLog.append(generatedEntries(book));
  manifest = await trainModel(smeCredit, stores, clock, { seed: 1, by: 'test', codeVersion: 'test' });
  await stores.modelStore.promote(smeCredit.id, manifest.version);
  live = await openUseCase(smeCredit, stores, clock);
}, 900_000);

const chosen = () => evaluationOf('gradient_boosting');

function evaluationOf(name: string) {
  return manifest.evaluations.find(({ model }) => model === name)!;
}

describe('a model of made-up credits', () => {
  it('ranks settled credits well, and not so well that the world would be too easy', () => {
    const { rocAuc, ks } = chosen();
    expect(rocAuc.value).toBeGreaterThan(0.8);
    expect(rocAuc.value).toBeLessThan(0.95);
    expect(ks).toBeGreaterThan(0.45);
  });

  it('does better than the rules alone, and comes near the transparent challengers at least', () => {
    expect(chosen().rocAuc.low).toBeGreaterThan(evaluationOf('rules').rocAuc.high);
    const best = Math.max(...['scorecard', 'logistic_regression'].map(name => evaluationOf(name).rocAuc.value));
    expect(chosen().rocAuc.value).toBeGreaterThan(best - 0.03);
  });

  /** About a sixth defaults, so that a perfect ranking finds a third of a risky pattern in the first twentieth. */
  it.each(['cosmetic_balance', 'debt_stacking'])(
    'finds %s at least twice as often as chance, at 5 % inspected',
    pattern => {
      expect(recallAt(pattern, 0.05)).toBeGreaterThan(0.1);
    },
  );

  /** A shock about triples the risk of whoever is there, which is less than the other patterns, so that it comes after. */
  it('finds region_shock at least one and a half times as often as chance, at 20 % inspected', () => {
    expect(recallAt('region_shock', 0.2)).toBeGreaterThan(0.3);
  });

  it('flags seasonal but sound firms less often than chance', () => {
    expect(recallAt('seasonal_sound', 0.2)).toBeLessThan(0.2);
  });

  it('learns from nothing that the truth leaked into', () => {
    expect(manifest.leakage).toEqual([]);
  });

  it('tells probabilities that come true, on the whole', () => {
    const { calibrationCurve } = chosen();
    const rows = calibrationCurve.reduce((sum, bin) => sum + bin.rows, 0);
    const error = calibrationCurve.reduce(
      (sum, bin) => sum + (bin.rows / rows) * Math.abs(bin.predicted - bin.observed),
      0,
    );
    expect(error).toBeLessThan(0.05);
  });
});

describe('fairness', () => {
  it('is told for every group that the use case names, with intervals round each figure', () => {
    expect(manifest.fairness!.map(({ by }) => by)).toEqual(smeCredit.fairness);
    for (const { groups } of manifest.fairness!)
      for (const { favourable } of groups) {
        expect(favourable.low).toBeLessThanOrEqual(favourable.value);
        expect(favourable.high).toBeGreaterThanOrEqual(favourable.value);
      }
  });

  it('holds between small and micro companies, of which the world makes no difference', () => {
    expect(manifest.fairness!.find(({ by }) => by === 'company_size')!.ratio).toBeGreaterThan(0.8);
  });
});

describe('the nearest change', () => {
  const newest = () => book.applications.slice(-400).map(applicationOf);

  it('does get the record approved when it is made, and stays within what may be changed', () => {
    const found = newest()
      .map(record => ({ record, told: findCounterfactual(live, record) }))
      .filter(({ told }) => told.status === 'found');
    expect(found.length).toBeGreaterThan(10);
    for (const { record, told } of found) {
      expect(previewEvent(live, told.record).decision.outcome).toBe('approve');
      expect(told.changes.length).toBeGreaterThan(0);
      for (const { field, from, to } of told.changes) {
        const way = smeCredit.changeable!.find(one => one.field === field)!;
        expect(from).toBe(record[field]);
        expect(Math.sign(to - from)).toBe(way.direction === 'lower' ? -1 : 1);
      }
    }
  }, 120_000);

  it('comes with at most four reasons, none of which speaks for the company', () => {
    for (const record of newest()) {
      const { now, adverse } = findCounterfactual(live, record);
      expect(adverse.length).toBeLessThanOrEqual(4);
      expect(now.outcome === 'approve' || adverse.length > 0).toBe(true);
      expect(adverse.filter(({ kind, contribution }) => kind === 'feature' && contribution <= 0)).toEqual([]);
    }
  }, 120_000);

  it('writes nothing', async () => {
    const before = await stores.eventLog.extent(smeCredit.id);
    findCounterfactual(live, newest()[0]);
    expect(await stores.eventLog.extent(smeCredit.id)).toEqual(before);
  });
});

describe('an override', () => {
  const officer = { id: 'officer', name: 'Oficial', role: 'officer', office: null } as const;
  const override = (id: string, outcome: string) => {
    const { decision } = previewEvent(live, applicationOf(book.applications[0]));
    const told = { ...decision, id, outcome: 'decline' };
    return overrideDecision(live, stores, told, {
      outcome,
      reason: 'Garantía comprobada en la visita.',
      by: officer,
      clock,
    });
  };

  it('stands beside the decision with who, when and why, and the last one holds', async () => {
    await override('d-1', 'refer');
    const { decided, outcome, overrides } = await override('d-1', 'approve');
    expect([decided, outcome]).toEqual(['decline', 'approve']);
    expect(overrides).toMatchObject([
      { number: 1, from: 'decline', outcome: 'refer', by: 'officer' },
      { number: 2, from: 'refer', outcome: 'approve', reason: 'Garantía comprobada en la visita.' },
    ]);
    expect(await standingOutcome(smeCredit, stores.eventLog, { id: 'd-1', outcome: 'decline' })).toMatchObject({
      outcome,
    });
  });

  it('is named in the audit trail without the words of its reason', async () => {
    await override('d-2', 'approve');
    const entries = [];
    for await (const batch of stores.auditTrail.read()) entries.push(...batch);
    const entry = entries.find(({ subject }) => subject === 'd-2');
    expect(entry).toMatchObject({
      action: 'decision.overridden',
      actor: 'officer',
      detail: { from: 'decline', to: 'approve' },
    });
    expect(JSON.stringify(entry)).not.toContain('Garantía');
  });

  it('must give another outcome of the policy', async () => {
    await expect(override('d-3', 'decline')).rejects.toThrow(/`outcome` must be one of approve, refer; got `decline`/);
    await expect(override('d-3', 'gift')).rejects.toThrow(/got `gift`/);
  });
});

function recallAt(pattern: string, share: number): number {
  const { recall } = chosen().patterns.find(one => one.pattern === pattern)!;
  return recall.find(one => one.share === share)!.recall.value;
}
