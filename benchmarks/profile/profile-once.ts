// Profiles a CSV in a process of its own: node profile-once.ts FILE PAGE; tells seconds, memory and the figures.
import { writeFileSync } from 'node:fs';
import { profilePage, profileTable, systemClock } from '@rikuy/engine';
import { openRawTable } from '@rikuy/runtime';

const [file, page] = process.argv.slice(2);
const started = performance.now();
const { table, unreadable } = await openRawTable(file);
const profile = await profileTable(table, {
  name: 'payments',
  now: systemClock.now(),
  unreadable,
  label: { column: 'fraud', name: 'fraud' },
});
await table.close();
writeFileSync(page, profilePage(profile, 'en'));
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage();
const cpuSeconds = (user + system) / 1e6;
process.stdout.write(
  JSON.stringify({ seconds, cpuSeconds, megabytes: process.resourceUsage().maxRSS / 1024, profile }),
);
