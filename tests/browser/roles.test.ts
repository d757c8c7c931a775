// The first task of each role, in its usual use case, in a real browser against a real server.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createClient, type Language, languages } from '@rikuy/contracts';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningDemo, startDemo } from '../support/running-demo.ts';
import { chromiumPath, launchBrowser } from './browser.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Pixels by which a page is wider than its window; evaluated in the page. */
const widerThanWindow = 'document.documentElement.scrollWidth - innerWidth';
/** The seeded users with the use case that each starts in. */
const startsIn = {
  oficial: 'customs',
  analista: 'tax',
  politica: 'tax',
  especialista: 'ecommerce',
  comercio: 'ecommerce',
  cumplimiento: 'payments',
  finanzas: 'payments',
  creditos: 'sme-credit',
  titular: 'sme-credit',
  regulador: 'sme-credit',
} as const;
type SeededUser = keyof typeof startsIn;
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

if (!chromiumPath) console.warn('Browser tests skipped: no Chromium at CHROMIUM_PATH or /usr/bin/chromium.');

describe.skipIf(!chromiumPath)('each role begins its day', () => {
  let demo: RunningDemo;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  const signedIn = new Map<SeededUser, Cookies>();

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(3000), launchBrowser()]);
  }, 600_000);

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

  /** Signs somebody in and opens the address without a path: the start page of the role. */
  async function beginAs(user: SeededUser, language: Language = 'es'): Promise<void> {
    await context.addInitScript(chosen => localStorage.setItem('rikuy.language', chosen), language);
    // What the page before still asks for must not be refused in the name of nobody.
    await page.goto(`${demo.address}/health/live`);
    await context.clearCookies();
    await context.addCookies(await cookiesOf(user));
    await page.goto(demo.address);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Signs each user in once: signing in is limited by the minute. */
  async function cookiesOf(user: SeededUser): Promise<Cookies> {
    // The demo lets this one in by itself.
    if (user === 'oficial') return [];
    const known = signedIn.get(user);
    if (known) return known;
    const answer = await context.request.post(`${demo.address}/api/v1/session`, { data: { user } });
    if (!answer.ok()) throw new Error(`${user} could not sign in: ${await answer.text()}`);
    const cookies = await context.cookies();
    signedIn.set(user, cookies);
    return cookies;
  }

  async function server() {
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    return createClient({ origin: demo.address, headers: { cookie } });
  }

  async function useCaseNamed(id: string) {
    return (await (await server()).useCases()).find(useCase => useCase.id === id)!;
  }

  const section = (name: string | RegExp) => page.getByRole('region', { name });

  it('takes everybody to the usual use case', async () => {
    for (const [user, useCase] of Object.entries(startsIn)) {
      await beginAs(user as SeededUser);
      expect([user, new URL(page.url()).pathname]).toEqual([user, `/casos/${useCase}/inicio`]);
    }
  });

  it.each(['analista', 'especialista'] as const)(
    'shows %s the queue, the rules that fired and the trend',
    async user => {
      await beginAs(user);
      await section('Lo primero de la cola').waitFor();
      await section('¿Qué reglas se activaron en los últimos días?').waitFor();
      await section('¿Qué se decidió cada día, de lo que alguien revisa?').waitFor();
      await page.getByRole('link', { name: 'Ver toda la cola' }).click();
      await page.getByRole('heading', { name: 'Cola de trabajo' }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/casos/${startsIn[user]}/cola`);
    },
  );

  it('shows a compliance officer the newest decisions, and holds still when told to', async () => {
    await beginAs('cumplimiento', 'en');
    const params = { useCase: 'payments' };
    const { day } = await (await server()).queueSummary({ params });
    const { items } = await (await server()).queue({ params, query: { day } });
    const newest = items.toSorted((one, other) => other.eventTime - one.eventTime)[0];
    const feed = section('Decisions that ask for a look');
    await feed.getByRole('link').first().waitFor();
    expect(await feed.getByRole('link').first().getAttribute('href')).toContain(newest.decisionId);
    await page.waitForResponse(answer => answer.url().includes('/queue?'), { timeout: 8000 });
    await page.getByRole('button', { name: 'Pause' }).click();
    await feed.getByText('nothing changes until you go on').waitFor();
    let asked = 0;
    page.on('request', request => {
      if (request.url().includes('/queue')) asked += 1;
    });
    await page.waitForTimeout(5000);
    expect(asked).toBe(0);
  });

  it('shows a finance manager the money that waits, by account, in the currency of the label', async () => {
    await beginAs('finanzas');
    await section(/¿Dónde está el dinero en juego\?/).waitFor();
    await page.getByText('Retener: dinero pendiente').waitFor();
    await page
      .getByText(/^S\/\s[\d,]+$/)
      .first()
      .waitFor();
    await section(/¿Dónde está el dinero en juego\?/)
      .getByRole('link')
      .first()
      .click();
    await page.getByRole('heading', { name: '¿Qué costaría cada decisión?' }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/casos\/payments\/decisiones\//);
  });

  it('lets a merchant check one order at once, and tells what each decision would cost', async () => {
    await beginAs('comercio', 'en');
    const { examples, outcomes } = await useCaseNamed('ecommerce');
    await page.getByRole('button', { name: examples[0].title.en }).click();
    await page.getByText('Preview, not recorded').waitFor();
    const answer = section('Answer');
    for (const { title } of outcomes) await answer.getByText(title.en, { exact: true }).first().waitFor();
    await answer.getByText('Expected cost of each').waitFor();
    expect(await page.getByRole('link', { name: 'Queue' }).count()).toBe(0);
  });

  it('tells an owner the points, why, and what would change them, on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await beginAs('titular');
    const { examples, notice } = await useCaseNamed('sme-credit');
    await page.getByText(notice!.es.slice(0, 60)).waitFor();
    const results = [];
    for (const { title } of examples) {
      await page.getByRole('button', { name: title.es }).click();
      await page.getByText('Puntaje', { exact: true }).waitFor();
      await page.getByText('¿Qué cambiaría esta decisión?').waitFor();
      results.push(await page.evaluate<number>(widerThanWindow));
    }
    expect(results.every(wider => wider <= 0)).toBe(true);
  });

  it('lets a loan officer change a decision with a reason, and keeps the first one', async () => {
    await beginAs('creditos');
    const params = { useCase: 'sme-credit' };
    const { items } = await (await server()).queue({ params, query: { limit: 1 } });
    const { decisionId, outcome } = items[0];
    await page.goto(`${demo.address}/casos/sme-credit/decisiones/${decisionId}`);
    const { outcomes } = await useCaseNamed('sme-credit');
    const other = outcomes.find(({ code }) => code !== outcome)!;
    const hands = section('Decisión en manos de una persona');
    await hands.getByRole('combobox', { name: 'Cambiar a' }).click();
    await page.getByRole('option', { name: other.title.es, exact: true }).click();
    await hands.getByLabel('Motivo').fill('Presentó el contrato de alquiler y dos garantías.');
    await hands.getByRole('button', { name: 'Cambiar la decisión' }).click();
    await hands.getByText('La decisión cambió').waitFor();
    const standing = await (await server()).standingOutcome({ params: { ...params, id: decisionId } });
    expect([standing.decided, standing.outcome, standing.overrides.length]).toEqual([outcome, other.code, 1]);
  });

  it('shows a regulator each group with the four-fifths ratio, and the documents', async () => {
    await beginAs('regulador');
    const { fairness } = await (await server()).fairness({ params: { useCase: 'sme-credit', id: 'champion' } });
    expect(fairness.length).toBeGreaterThan(0);
    for (const { ratio } of fairness)
      await page
        .getByText(`${ratio.toFixed(2)} veces`)
        .first()
        .waitFor();
    await section('Documentos del modelo vigente').getByText('Qué no puede').waitFor();
    expect(await page.getByRole('link', { name: 'Cola' }).count()).toBe(0);
  });

  it('tells a policy maker what another capacity would find', async () => {
    await beginAs('politica');
    const whatIf = section('¿Qué se encontraría con otra capacidad?');
    const slider = whatIf.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('Home');
    await whatIf.getByText('Si se revisa 0.5').waitFor();
    await page.keyboard.press('ArrowRight');
    await whatIf.getByText('Si se revisa 1.0').waitFor();
    expect(Number(await slider.getAttribute('aria-valuenow'))).toBeCloseTo(0.01, 6);
  });

  it('leads through one decision of each use case, and is gone once put away', async () => {
    await beginAs('oficial');
    const seen: string[] = [];
    for (const step of [1, 2, 3, 4, 5]) {
      const tour = section(`Recorrido: paso ${step} de 5`);
      const href = await tour.getByRole('link').getAttribute('href');
      seen.push(/^\/casos\/([\w-]+)\/decisiones\//.exec(href ?? '')?.[1] ?? '');
      await tour.getByRole('button', { name: step === 5 ? 'Terminar' : 'Siguiente' }).click();
    }
    expect(seen.toSorted()).toEqual(['customs', 'ecommerce', 'payments', 'sme-credit', 'tax']);
    await section(/Recorrido/).waitFor({ state: 'detached' });
    await page.reload();
    await section('Lo primero de la cola').waitFor();
    expect(await section(/Recorrido/).count()).toBe(0);
  });

  it.each(languages)(
    'has nothing in %s that a reader of the screen would stumble over',
    async language => {
      const found: string[] = [];
      for (const user of [
        'analista',
        'politica',
        'comercio',
        'cumplimiento',
        'finanzas',
        'titular',
        'regulador',
      ] as const) {
        await page.emulateMedia({ colorScheme: language === 'es' ? 'light' : 'dark' });
        await beginAs(user, language);
        found.push(...(await seriousProblems(user)));
      }
      await beginAs('creditos', language);
      for (const useCase of ['tax', 'ecommerce', 'payments', 'sme-credit']) {
        const { items } = await (await server()).queue({ params: { useCase }, query: { limit: 1 } });
        await page.goto(`${demo.address}/casos/${useCase}/decisiones/${items[0].decisionId}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        found.push(...(await seriousProblems(useCase)));
      }
      expect(found).toEqual([]);
    },
    240_000,
  );

  async function seriousProblems(path: string): Promise<string[]> {
    // The feed asks again and again, so that the network never rests for long.
    await page.waitForTimeout(1200);
    await page.evaluate(axeSource);
    const results = await page.evaluate(
      async () => (globalThis as unknown as { axe: { run(): Promise<unknown> } }).axe.run() as Promise<AxeResults>,
    );
    return results.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${path}: ${id} ${nodes[0].html}`);
  }
});
