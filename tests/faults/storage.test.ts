import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Acknowledged, acknowledge, nothingAcknowledged, verifyStorage } from './storage-verification.ts';

/** When a writer is killed, in milliseconds after its process began or after it could write. */
interface Death {
  readonly delay: number;
  readonly after: 'birth' | 'ready';
}

const deaths: readonly Death[] = [
  ...[30, 400, 800].map(delay => ({ delay, after: 'birth' as const })),
  ...[0, 40, 110, 300, 800, 1_500].map(delay => ({ delay, after: 'ready' as const })),
];

describe('storage under kill -9', () => {
  const directory = mkdtempSync(join(tmpdir(), 'rikuy-faults-'));
  const acknowledged = nothingAcknowledged();

  afterAll(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  // oxlint-disable-next-line vitest/expect-expect -- the functions called assert
  it.each(deaths)('keeps all it acknowledged, nothing twice, killed $delay ms after $after', async death => {
    await writeUntilKilled(directory, death, acknowledged);
    await verifyStorage(directory, acknowledged);
  });

  it('was killed after something had been acknowledged, or the rounds above show nothing', () => {
    expect(acknowledged.decisions.size).toBeGreaterThan(0);
    expect(acknowledged.loaded).toBeGreaterThan(0);
    expect(acknowledged.audited.size).toBeGreaterThan(0);
  });
});

async function writeUntilKilled(directory: string, death: Death, acknowledged: Acknowledged): Promise<void> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'storage-writer.ts'), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  writer.stdout.on('data', chunk => {
    said += String(chunk);
  });
  const ended = once(writer, 'close');
  if (death.after === 'ready') await Promise.race([once(writer.stdout, 'data'), ended]);
  const timer = setTimeout(() => writer.kill('SIGKILL'), death.delay);
  const [, signal] = (await ended) as [number | null, string | null];
  clearTimeout(timer);
  expect(signal).toBe('SIGKILL');
  acknowledge(said, acknowledged);
}
