// npm run screenshots [-- http://127.0.0.1:8080]: the pictures of the documentation, taken from a running demo.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

const address = process.argv[2] ?? 'http://127.0.0.1:8080';
const folder = join(import.meta.dirname, '..', 'docs', 'images');
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  for (const language of ['es', 'en'] as const) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      locale: language === 'es' ? 'es-PE' : 'en-US',
    });
    const page = await context.newPage();
    await page.addInitScript(chosen => {
      localStorage.setItem('rikuy.language', chosen);
      localStorage.setItem('rikuy.tour', 'put away');
    }, language);
    await open(page, '/casos/customs/inicio');
    await take(page, `start-${language}`);
    await open(page, '/casos/customs/cola');
    await take(page, `queue-${language}`);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/decisiones/);
    await take(page, `declaration-${language}`);
    await open(page, '/casos/customs/modelos');
    await take(page, `models-${language}`);
    for (const useCase of ['tax', 'ecommerce', 'payments', 'sme-credit']) {
      const answer = await context.request.get(`${address}/api/v1/use-cases/${useCase}/queue?limit=1`);
      const { items } = (await answer.json()) as { items: readonly { decisionId: string }[] };
      if (items.length === 0) continue;
      await open(page, `/casos/${useCase}/decisiones/${items[0].decisionId}`);
      await take(page, `decision-${useCase}-${language}`);
    }
    await context.request.post(`${address}/api/v1/session`, { data: { user: 'regulador' } });
    await open(page, '/casos/sme-credit/inicio');
    await take(page, `regulator-${language}`);
    await context.close();
  }
} finally {
  await browser.close();
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(address + path);
  await page.waitForLoadState('networkidle');
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  // Charts fade in.
  await page.waitForTimeout(1200);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/images/${name}.png`);
}
