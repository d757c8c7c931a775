import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crc32c } from './crc32c.ts';
import { tensorboardLog } from './tensorboard-log.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rikuy-tensorboard-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const clock = (): number => 1_700_000_000_500;

describe('crc32c', () => {
  it.each([
    ['123456789', 0xe3069283], // the check value of the catalogue of parametrised CRC algorithms
    ['', 0],
  ])('of %j is known', (text, expected) => {
    expect(crc32c(new TextEncoder().encode(text))).toBe(expected);
  });

  it('of 32 zeros is that of RFC 3720', () => {
    expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  });
});

describe('tensorboardLog', () => {
  it('starts with the bytes that TensorFlow writes', () => {
    tensorboardLog(folder, { clock: () => 0 }).close();
    // Length 24 with its check, as every event file starts; then a double, a string, and the check of both.
    const bytes = readFileSync(join(folder, 'events.out.tfevents.0000000000.rikuy'));
    expect(bytes.subarray(0, 12).toString('hex')).toBe('1800000000000000a37f4b22');
    expect(bytes.subarray(12, 36).toString('latin1')).toBe(`\t${'\0'.repeat(8)}\x1a\rbrain.Event:2`);
    expect(bytes).toHaveLength(40);
  });

  it('names the file by its second and refuses to write over a run', () => {
    const log = tensorboardLog(folder, { clock });
    log.close();
    expect(log.file).toMatch(/events\.out\.tfevents\.1700000000\.rikuy$/);
    expect(() => tensorboardLog(folder, { clock })).toThrow('Give each run a folder');
  });

  it('writes nothing for progress without a loss', () => {
    const log = tensorboardLog(folder, { clock });
    log.onProgress({ step: 'trees', done: 1, total: 2 });
    log.close();
    expect(readFileSync(log.file)).toHaveLength(40);
  });

  it('refuses steps that are none', () => {
    const log = tensorboardLog(folder, { clock });
    expect(() => log.point('loss', 1.5, 0)).toThrow('got 1.5');
    log.close();
  });
});
