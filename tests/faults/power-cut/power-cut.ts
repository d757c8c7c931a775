// Cuts the power under a writing storage, many times, and counts what is left. Needs Linux, root, python3 and a free loop
// device, so it is not part of the tests:
//
//   sudo node tests/faults/power-cut/power-cut.ts 20
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { seeded } from '@rikuy/learn';
import { acknowledge, nothingAcknowledged, verifyStorage } from '../storage-verification.ts';

const rounds = Number(process.argv[2] ?? 10);
const random = seeded(Number(process.argv[3] ?? 1));
const folder = mkdtempSync(join(tmpdir(), 'rikuy-power-cut-'));
const [image, mount] = ['disk.img', 'disk'].map(name => join(folder, name));
const directory = join(mount, 'data');
const acknowledged = nothingAcknowledged();

makeDisk();
try {
  for (let round = 1; round <= rounds; round++) {
    await writeUntilCut(round);
    run('umount', mount);
    run('mount', '-o', 'loop', image, mount);
    await verifyStorage(directory, acknowledged);
    const { decisions, loaded, audited } = acknowledged;
    console.log(`cut ${round}: ${decisions.size} decisions, ${loaded} loaded, ${audited.size} audited; none lost`);
  }
} finally {
  run('umount', mount);
  rmSync(folder, { recursive: true });
}

function makeDisk(): void {
  mkdirSync(mount);
  run('truncate', '-s', '2G', image);
  run('mkfs.ext4', '-q', '-F', image);
  run('mount', '-o', 'loop', image, mount);
}

/** The first cuts come while the database is made, the others while it is written to. */
async function writeUntilCut(round: number): Promise<void> {
  const shutdown = spawn('python3', [join(import.meta.dirname, 'shutdown.py'), mount], { stdio: 'pipe' });
  await once(shutdown.stdout, 'data');
  const writer = spawn(process.execPath, [join(import.meta.dirname, '../storage-writer.ts'), directory], {
    // What it says while it loses its disk is of no interest.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(writer, 'close');
  let said = '';
  writer.stdout.on('data', chunk => {
    said += String(chunk);
  });
  if (round > 3) await Promise.race([once(writer.stdout, 'data'), ended]);
  await pause(random.below(3_000));
  // All that was said by now was acknowledged while the disk was there.
  acknowledge(said, acknowledged);
  shutdown.stdin.write('now\n');
  await once(shutdown, 'close');
  writer.kill('SIGKILL');
  await ended;
}

function run(command: string, ...parameters: readonly string[]): void {
  execFileSync(command, parameters, { stdio: ['ignore', 'ignore', 'inherit'] });
}
