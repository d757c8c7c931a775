import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Chromium where `CHROMIUM_PATH` or Debian have it; undefined where there is none. */
export const chromiumPath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find(path => path && existsSync(path));

export function launchBrowser(): Promise<Browser> {
  const quiet = ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-sync', ...quiet] });
}
