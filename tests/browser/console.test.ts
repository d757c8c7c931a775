// The officer's first day, in a real browser against a real server: what the console promises, done by hand.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { createClient, type Language, languages } from '@rikuy/contracts';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningDemo, startDemo } from '../support/running-demo.ts';
import { chromiumPath, launchBrowser } from './browser.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const params = { useCase: 'customs' };

if (!chromiumPath) console.warn('Browser tests skipped: no Chromium at CHROMIUM_PATH or /usr/bin/chromium.');

describe.skipIf(!chromiumPath)('the console', () => {
  let demo: RunningDemo;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(8000, ['customs']), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'es-PE' });
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

  const textOf = (name: string) => page.getByRole('main').getByText(name).first();

  /** A client with the session of the page, to see what the server knows. */
  async function server() {
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    return createClient({ origin: demo.address, headers: { cookie } });
  }

  async function firstOpenCase() {
    const queue = await (await server()).queue({ params, query: { status: 'open', limit: 1 } });
    return queue.items[0];
  }

  it('signs somebody out, and somebody else in by one click', async () => {
    await open('/casos/customs/cola');
    await page.getByRole('button', { name: /Cuenta de/ }).click();
    await page.getByRole('menuitem', { name: 'Cerrar sesión' }).click();
    await page.getByRole('heading', { name: 'Rikuy' }).waitFor();
    await page.getByRole('button', { name: /Inspector/ }).click();
    await page.getByRole('link', { name: 'Cola', exact: true }).waitFor();
    expect((await (await server()).whoAmI())?.user.role).toBe('inspector');
  });

  it('opens the first case of the queue by keyboard and says why in both languages', async () => {
    await open('/casos/customs/cola');
    const detail = await (await server()).decision({ params: { ...params, id: (await firstOfQueue()).decisionId } });
    await page.getByRole('row').nth(1).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await textOf(detail.summary.es).waitFor();
    const strongest = detail.explanation.parts.toSorted(
      (one, other) => Math.abs(other.contribution) - Math.abs(one.contribution),
    )[0];
    await textOf(strongest.text.es).waitFor();
    await page.getByRole('radiogroup', { name: 'Idioma' }).getByText('EN').first().click();
    await textOf(detail.summary.en).waitFor();
    await textOf(strongest.text.en).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  async function firstOfQueue() {
    return (await (await server()).queue({ params, query: { limit: 1 } })).items[0];
  }

  it('keeps a half-written verdict through a reload, counts it once saved, and corrects it', async () => {
    await open('/casos/customs/inicio');
    const { decisionId, caseId, day } = await firstOpenCase();
    const before = await (await server()).queueSummary({ params, query: { day } });
    await open(`/casos/customs/decisiones/${decisionId}`);
    const { label } = (await (await server()).useCases())[0];
    await page.getByRole('radio', { name: label.positive.es }).check();
    await page.getByLabel('Monto recuperado').fill('1,234.50');
    await page.getByLabel('Nota').fill('Factura del proveedor');
    await page.reload();
    expect(await page.getByLabel('Nota').inputValue()).toBe('Factura del proveedor');
    await page.getByRole('button', { name: 'Guardar veredicto' }).click();
    await page.getByText('Veredicto contado').waitFor();

    const after = await (await server()).queueSummary({ params, query: { day } });
    expect([after.verdicts, after.confirmed]).toEqual([before.verdicts + 1, before.confirmed + 1]);
    expect(after.recovered.amount).toBeCloseTo(before.recovered.amount + 1234.5, 2);
    await page.getByText(`Hoy: ${after.verdicts} veredictos`).waitFor();

    await page.getByRole('button', { name: 'Corregir el veredicto' }).click();
    await page.getByRole('radio', { name: label.negative.es }).check();
    await page.getByRole('button', { name: 'Guardar corrección' }).click();
    await page.getByText('Veredictos anteriores').waitFor();
    const { verdicts } = await (await server()).caseFile({ params: { ...params, id: caseId } });
    expect(verdicts.map(verdict => verdict.label)).toEqual([1, 0]);
  });

  it('tells somebody whose case was closed meanwhile, and keeps the draft', async () => {
    await open('/casos/customs/inicio');
    const { decisionId, caseId, revision } = await firstOpenCase();
    await open(`/casos/customs/decisiones/${decisionId}`);
    await page.getByLabel('Nota').fill('Mi nota');
    await page.getByRole('radio').last().check();
    await (await server()).giveVerdict({ params: { ...params, id: caseId }, body: { revision, label: 1 } });
    await page.getByRole('button', { name: 'Guardar veredicto' }).click();
    await page.getByText('Veredicto contado').waitFor();
    complaints = complaints.filter(text => !text.includes('409'));
    await page.getByRole('button', { name: 'Corregir el veredicto' }).click();
    expect(await page.getByLabel('Nota').inputValue()).toBe('Mi nota');
  });

  it('sends a verdict by keyboard only after the undo has passed', async () => {
    await open('/casos/customs/cola?estado=open');
    const row = page.getByRole('row').nth(1);
    await row.waitFor();
    const { caseId } = await firstOpenCase();
    const caseFile = async () => (await server()).caseFile({ params: { ...params, id: caseId } });
    await page.keyboard.press('r');
    await page.getByRole('button', { name: 'Deshacer' }).waitFor();
    await page.keyboard.press('u');
    await page.getByRole('button', { name: 'Deshacer' }).waitFor({ state: 'detached' });
    expect((await caseFile()).status).toBe('open');

    await page.keyboard.press('k');
    await page.keyboard.press('v');
    await page.getByRole('button', { name: 'Deshacer' }).waitFor({ state: 'detached', timeout: 15_000 });
    const { status, verdicts } = await caseFile();
    expect([status, verdicts.at(-1)?.label]).toEqual(['closed', 0]);
  });

  it('answers beside the form while it is filled in, marks a wrong field, and decides for real', async () => {
    await open('/casos/customs/consultar');
    const [{ examples, record }] = await (await server()).useCases();
    await page.getByRole('button', { name: examples[0].title.es }).click();
    await page.getByText('Vista previa, sin guardar').waitFor();
    const ruc = record.fields.find(field => field.kind === 'identifier' && field.format === 'ruc')!;
    // The search above the page names what it looks for, too.
    const entry = page.getByRole('main').getByLabel(ruc.title.es);
    const right = await entry.inputValue();
    await entry.fill('20512333798');
    await page.getByText('Corrija los campos marcados').waitFor();
    expect(await entry.getAttribute('aria-invalid')).toBe('true');
    complaints = complaints.filter(text => !text.includes('422'));
    await entry.fill(right);
    await page.getByRole('button', { name: 'Decidir de verdad' }).click();
    await page.getByRole('link', { name: 'Ver la decisión' }).click();
    await page.getByRole('heading', { name: 'Cómo se decidió' }).waitFor();
  });

  it('shows a role only what it may use', async () => {
    await open('/ingresar');
    await page.getByRole('button', { name: /Ciencia de datos/ }).click();
    await page.getByRole('link', { name: 'Modelos' }).first().waitFor();
    expect(await page.getByRole('link', { name: 'Cola' }).count()).toBe(0);
    await open('/casos/customs/cola');
    await page.getByText('Su rol no permite').first().waitFor();
  });

  it('loads its first page with less than 350 kB of compressed script', async () => {
    const scripts = new Map<string, number>();
    page.on('response', async response => {
      if (response.request().resourceType() === 'script')
        scripts.set(response.url(), gzipSync(await response.body()).length);
    });
    await open('/');
    await page.waitForLoadState('networkidle');
    const total = [...scripts.values()].reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThan(350_000);
  });

  describe.each(languages)('in %s', language => {
    it('has nothing on any page that a reader of the screen would stumble over', async () => {
      await remember(language);
      await open('/');
      const client = await server();
      const { decisionId } = await firstOfQueue();
      const [{ version }] = await client.models({ params });
      const [{ name }] = await client.features({ params });
      const paths = ['inicio', 'cola', `decisiones/${decisionId}`, 'consultar', 'modelos', `modelos/${version}`];
      const found = [];
      for (const path of [...paths, 'variables', `variables/${name}`]) {
        await open(`/casos/customs/${path}`);
        found.push(...(await seriousProblems(path)));
      }
      expect(found).toEqual([]);
    });

    it('has nothing on the sign-in page either', async () => {
      await remember(language);
      await open('/ingresar');
      expect(await seriousProblems('ingresar')).toEqual([]);
    });
  });

  function remember(language: Language) {
    return context.addInitScript(chosen => localStorage.setItem('rikuy.language', chosen), language);
  }

  async function seriousProblems(path: string): Promise<string[]> {
    await page.waitForLoadState('networkidle');
    await page.evaluate(axeSource);
    const results = await page.evaluate(
      async () => (globalThis as unknown as { axe: { run(): Promise<unknown> } }).axe.run() as Promise<AxeResults>,
    );
    return results.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${path}: ${id} ${nodes[0].html}`);
  }
});
