import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drawInvoice, SAMPLE_INVOICE } from '../../scripts/sample/invoice-pdf.ts';
import { REPOSITORY } from '../../scripts/server/repository.ts';
import { findSeriousViolations } from '../platform/accessibility.ts';
import { openBrowser } from '../platform/open-browser.ts';
import { type ServerProcess, startServer, temporaryState } from '../platform/server-process.ts';

const PICTURES = join(REPOSITORY, 'test-results', 'screenshots');
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

let state: Awaited<ReturnType<typeof temporaryState>>;
let server: ServerProcess;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  state = await temporaryState();
  [server, browser] = await Promise.all([startServer(state.folder), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await state?.remove();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: WIDE, colorScheme: 'light', reducedMotion: 'reduce' });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const own = url.origin === new URL(server.address).origin || ['blob:', 'data:'].includes(url.protocol);
    if (!own) complaints.push(`asked ${url.href}`);
  });
});

afterEach(async () => {
  await context.close();
});

async function register(): Promise<void> {
  await page.goto(`${server.address}/register`);
  await page.getByLabel('First name').fill('Ada');
  await page.getByLabel('Last name').fill('Reader');
  await page.getByLabel('Organization').fill('Reading Room');
  await page.getByLabel('E-mail').fill(`reader-${randomUUID()}@example.com`);
  await page.getByLabel('Password', { exact: true }).fill('a quiet room with a view');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.waitForURL((url) => url.pathname !== '/register');
  // The list is there, and with it the place that takes files.
  await page.locator('input[type="file"]').first().waitFor({ state: 'attached' });
}

/** Drops a file on the page as a hand does; the browser lets scripts make such a drop. */
async function drop(name: string, bytes: Uint8Array): Promise<void> {
  const base64 = Buffer.from(bytes).toString('base64');
  await page.evaluate(
    ([fileName, content]) => {
      const binary = Uint8Array.from(atob(content ?? ''), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([binary], fileName ?? '', { type: 'application/pdf' }));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [name, base64],
  );
}

async function photograph(name: string): Promise<void> {
  for (const [form, viewport] of [
    ['wide', WIDE],
    ['phone', PHONE],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(150);
      await page.screenshot({ path: join(PICTURES, `${name}-${form}-${colorScheme}.png`) });
      // Each form and each scheme once: the check takes seconds on the long pages.
      if ((form === 'wide') === (colorScheme === 'light')) {
        expect(await findSeriousViolations(page), `${name}, ${form}, ${colorScheme}`).toEqual([]);
      }
    }
  }
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: 'light' });
}

describe('in a browser', () => {
  it('a new person drops an invoice and sees its fields lit on the page', async () => {
    await register();
    await drop('north.pdf', await drawInvoice(SAMPLE_INVOICE));
    const link = page.getByRole('link', { name: /Northwind|north\.pdf/ }).first();
    await link.waitFor();
    await page.getByText(SAMPLE_INVOICE.number).first().waitFor();
    await photograph('documents');

    await link.click();
    await page.locator('[data-page="1"] img').waitFor();
    const number = page.getByRole('button').filter({ hasText: SAMPLE_INVOICE.number }).first();
    await number.waitFor();
    expect(await page.locator('rect.mark-lit').count()).toBe(0);
    await number.hover();
    const lit = page.locator('rect.mark-lit');
    await lit.first().waitFor();
    const [place, sheet] = await Promise.all([
      lit.first().boundingBox(),
      page.locator('[data-page="1"]').boundingBox(),
    ]);
    expect(place && sheet && place.x >= sheet.x && place.x + place.width <= sheet.x + sheet.width).toBe(true);
    await photograph('document');
    expect(complaints).toEqual([]);
  });

  it('the entrance and the reference page are accessible and fetch nothing from elsewhere', async () => {
    await page.goto(`${server.address}/login`);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await photograph('sign-in');
    await page.goto(`${server.address}/docs`);
    await page.getByText('/documents').first().waitFor();
    // One card of each part: they are all drawn by one component, and checking every one takes a minute.
    await page.evaluate(
      "document.querySelectorAll('section article:not(:first-of-type)').forEach((card) => card.remove())",
    );
    await photograph('reference');
    expect(complaints).toEqual([]);
  });
});
