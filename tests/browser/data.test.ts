// The data behind the models, in a real browser against a real server: versions, quality, profile, what changed.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createClient, type Language, languages } from '@rikuy/contracts';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningDemo, startDemo } from '../support/running-demo.ts';
import { chromiumPath, launchBrowser } from './browser.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const params = { useCase: 'customs' };
/** Pixels by which a page is wider than its window; evaluated in the page. */
const widerThanWindow = 'document.documentElement.scrollWidth - innerWidth';

if (!chromiumPath) console.warn('Browser tests skipped: no Chromium at CHROMIUM_PATH or /usr/bin/chromium.');

describe.skipIf(!chromiumPath)('the data pages', () => {
  let demo: RunningDemo;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(5000, ['customs']), launchBrowser()]);
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  beforeEach(async () => {
    context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'es-PE',
      acceptDownloads: true,
    });
    page = await context.newPage();
    complaints = [];
    page.on('pageerror', error => complaints.push(error.message));
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  });

  afterEach(async () => {
    await context.close();
    if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join('; ')}`);
  });

  async function open(path: string): Promise<void> {
    await page.goto(demo.address + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** A client with the session of the page, to see what the server knows. */
  async function server() {
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    return createClient({ origin: demo.address, headers: { cookie } });
  }

  /** Signs the page in as somebody of this role. */
  async function enterAs(role: RegExp): Promise<void> {
    await open('/ingresar');
    await page.getByRole('button', { name: role }).click();
    await page.getByRole('link', { name: /^(?:Datos|Data)$/ }).waitFor();
  }

  it('shows the version that the model in force learned from, and whether it passed', async () => {
    await enterAs(/Ciencia de datos/);
    const [{ version, quality, models }] = await (await server()).datasets({ params });
    const champion = await (await server()).model({ params: { ...params, id: 'champion' } });
    expect(champion.dataset.version).toBe(version.version);
    expect(models).toContain(champion.version);
    expect(champion.dataset.quality).toBe(quality);
    await page.getByRole('link', { name: 'Datos' }).click();
    await page.getByRole('link', { name: version.version }).click();
    await page.getByRole('heading', { name: '¿Se puede confiar en estos datos?' }).waitFor();
    await page.getByRole('cell', { name: /Cada serie se declara una vez/ }).waitFor();
    await page.getByRole('link', { name: champion.version }).waitFor();
  });

  it('keeps a version of the history as it is now, and tells what changed since the one before', async () => {
    await enterAs(/Ciencia de datos/);
    await open('/casos/customs/datos');
    await page.getByRole('row').nth(1).waitFor();
    const before = await (await server()).datasets({ params });
    await page.getByRole('button', { name: 'Guardar una versión ahora' }).click();
    await page
      .getByRole('row')
      .nth(before.length + 1)
      .waitFor();
    const [newest] = await (await server()).datasets({ params });
    expect(newest.version.parent).toBe(before[0].version.version);
    await page.getByRole('link', { name: newest.version.version }).click();
    await page.getByRole('heading', { name: '¿Qué cambió desde otra versión?' }).waitFor();
    const id = newest.version.version;
    const diff = await (
      await server()
    ).datasetDiff({ params: { ...params, id }, query: { since: before[0].version.version } });
    expect(diff.added).toBeGreaterThan(0);
    await page.getByText('Filas nuevas').waitFor();
    await page.getByText(diff.added.toLocaleString('en-US'), { exact: true }).first().waitFor();
  });

  it('hands out the profile as a page that needs nothing else, in both languages', async () => {
    await enterAs(/Ciencia de datos/);
    const [{ version }] = await (await server()).datasets({ params });
    await open(`/casos/customs/datos/${version.version}`);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Descargar la página completa' }).click();
    const file = await (await downloading).path();
    expect(await readFile(file, 'utf8')).not.toMatch(/<script|https?:\/\//);
    const reader = await context.newPage();
    await reader.setViewportSize({ width: 360, height: 740 });
    await reader.setContent(await readFile(file, 'utf8'));
    await reader.getByRole('heading', { name: 'Columnas', exact: true }).waitFor();
    await reader.getByLabel('English').check();
    await reader.getByRole('heading', { name: 'Columns', exact: true }).waitFor();
    expect(await reader.getByRole('heading', { name: 'Columnas', exact: true }).isVisible()).toBe(false);
    const overflow = await reader.evaluate<number>(widerThanWindow);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await seriousProblems(reader, 'profile page')).toEqual([]);
  });

  it('does not show the data to a role that may not read them', async () => {
    await open('/ingresar');
    await page.getByRole('button', { name: /Inspector/ }).click();
    await page.getByRole('link', { name: 'Cola', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: 'Datos' }).count()).toBe(0);
    await open('/casos/customs/datos');
    await page.getByText('Su rol no permite').first().waitFor();
  });

  it.each(languages)(
    'has nothing in %s that a reader of the screen would stumble over, on a phone either',
    async language => {
      await remember(language);
      await page.emulateMedia({ colorScheme: language === 'es' ? 'light' : 'dark' });
      await enterAs(/Ciencia de datos|Data science/);
      const [{ version }] = await (await server()).datasets({ params });
      const found = [];
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        for (const path of ['datos', `datos/${version.version}`]) {
          await open(`/casos/customs/${path}`);
          found.push(...(await seriousProblems(page, `${path} at ${width}`)));
          const overflow = await page.evaluate<number>(widerThanWindow);
          expect([path, width, overflow <= 0]).toEqual([path, width, true]);
        }
      }
      expect(found).toEqual([]);
    },
  );

  function remember(language: Language) {
    return context.addInitScript(chosen => localStorage.setItem('rikuy.language', chosen), language);
  }

  async function seriousProblems(shown: Page, path: string): Promise<string[]> {
    await shown.waitForLoadState('networkidle');
    await shown.evaluate(axeSource);
    const results = await shown.evaluate(
      async () => (globalThis as unknown as { axe: { run(): Promise<unknown> } }).axe.run() as Promise<AxeResults>,
    );
    return results.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${path}: ${id} ${nodes[0].html}`);
  }
});
