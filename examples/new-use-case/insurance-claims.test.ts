import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadReport, ModelManifest } from '@rikuy/contracts';
import {
  checkUseCase,
  createMemoryStores,
  createScoring,
  ingestRecords,
  openUseCase,
  parseRecord,
  trainModel,
} from '@rikuy/engine';
import { openFile } from '@rikuy/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insuranceClaims, writeClaims } from './index.ts';

const root = join(import.meta.dirname, '..', '..');
const claim = {
  siniestro: 'N-1',
  poliza: 'P-1',
  taller: 'T-1',
  agencia: 'A-1',
  fecha: '2026-01-05',
  inicio: '2026-01-01',
  monto: '36000',
  suma: '50000',
};
const excessive = { ...claim, siniestro: 'N-2', monto: '50001' };
const small = { ...claim, siniestro: 'N-3', taller: 'T-20', inicio: '2022-06-01', monto: '1500' };

describe('insurance claims', () => {
  it.each(checkUseCase(insuranceClaims, { fixtures: { claim: [claim, excessive, small] } }))('$name', ({ run }) =>
    expect(run()).resolves.toBeUndefined(),
  );

  it('take fewer than 150 lines of TypeScript', () => {
    const files = readdirSync(import.meta.dirname).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    const lines = files.map(
      name =>
        readFileSync(join(import.meta.dirname, name), 'utf8')
          .trimEnd()
          .split('\n').length,
    );
    expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThan(150);
  });
});

describe('from a file to a decision', () => {
  const stores = createMemoryStores();
  const clock = { now: () => Date.parse('2026-01-06T05:00:00Z') };
  let folder: string;
  let report: LoadReport;
  let manifest: ModelManifest;
  let score: ReturnType<typeof createScoring>['score'];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rikuy-claims-'));
    const path = join(folder, 'claims.csv');
    await writeClaims(path, { seed: 7, rows: 2000, from: '2024-01-01', until: '2026-01-01' });
    const options = { recordType: 'claim', rejectFolder: folder, clock };
    report = await ingestRecords(insuranceClaims, openFile(path), stores, options);
    manifest = await trainModel(insuranceClaims, stores, clock, { seed: 1, by: 'test', codeVersion: 'test' });
    await stores.modelStore.promote(insuranceClaims.id, manifest.version);
    score = createScoring(await openUseCase(insuranceClaims, stores, clock), stores).score;
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  const decide = async (raw: Readonly<Record<string, string>>) => {
    const parsed = parseRecord(insuranceClaims, 'claim', raw);
    if (parsed.kind === 'rejected') throw new Error(JSON.stringify(parsed.rejections));
    return (await score({ values: parsed.values })).decision;
  };

  it('reads every line that was generated', () => {
    expect(report).toMatchObject({ read: 2000, accepted: 2000, rejected: 0, duplicates: 0 });
  });

  it('learns what was planted, and not too well', () => {
    const { rocAuc } = manifest.evaluations.find(({ model }) => model === manifest.chosen)!;
    expect(rocAuc.value).toBeGreaterThan(0.8);
    expect(rocAuc.value).toBeLessThan(0.98);
    expect(manifest.leakage).toEqual([]);
  });

  it('sends an expert to a dear claim on a new policy, and says why in both languages', async () => {
    const { outcome, reasons, assessment } = await decide(claim);
    expect(outcome).toBe('inspect');
    expect(assessment).toMatchObject({ kind: 'thresholds', costs: { inspect: 400 } });
    const ofAge = reasons.find(({ code }) => code === 'days_insured')!;
    expect(ofAge.text.es).toMatch(/^Días asegurado: 4 días \(lo habitual, .*\)\.$/);
    expect(ofAge.text.en).toMatch(/^Days insured: 4 days \(usual is .*\)\.$/);
  });

  it('pays a small claim on an old policy, and lets the rule speak where more is asked than is insured', async () => {
    expect(await decide(small)).toMatchObject({ outcome: 'pay', rules: [] });
    expect(await decide(excessive)).toMatchObject({ outcome: 'inspect', rules: ['above_sum'] });
  });
});

describe('the guide', () => {
  const guide = readFileSync(join(root, 'docs/guide/new-use-case.md'), 'utf8');
  const excerpts = [...guide.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(([, file, code]) => ({ file, code }));
  const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

  it('shows code of every part', () => {
    const shown = new Set(excerpts.map(({ file }) => file));
    expect([...shown].sort()).toEqual(['claim.ts', 'features.ts', 'insurance-claims.ts', 'write-claims.ts']);
  });

  it.each(excerpts)('shows code of $file as it stands', ({ file, code }) => {
    expect(squeezed(readFileSync(join(import.meta.dirname, file), 'utf8'))).toContain(squeezed(code));
  });

  it('registers where use cases are registered', () => {
    const read = (path: string): string => readFileSync(join(root, path), 'utf8');
    expect(read('packages/runtime/use-cases.ts')).toMatch(/export const useCases: .* = \[/);
    expect(read('packages/runtime/generators.ts')).toMatch(/const generators: .* = \{/);
    expect(JSON.parse(read('architecture.json')).layers.runtime.mayImport).toContain('customs-kr');
  });
});
