import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { PATIENCE_MS } from '#core/testing/patience';
import { REPOSITORY } from '../../scripts/server/repository.ts';
import { findSeriousViolations } from './accessibility.ts';
import { findFreePort } from './free-port.ts';
import { createBrowserHandle } from './open-browser.ts';
import { type ServerProcess, startServer, temporaryState } from './server-process.ts';

const PICTURES = join(REPOSITORY, 'test-results', 'screenshots');
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** Longest wait for an element to appear; only a fault reaches it. */
/** Longer pages are captured from the top only: painting the whole reference takes many seconds. */
const MAX_WINDOWS = 5;

/** The password of all users registered in a browser room. */
export const PASSWORD = 'a quiet room with a view';

/** A server and a browser for the tests of one file, with a new page for each test. */
export interface BrowserRoom {
  readonly address: string;
  /** Folder the server keeps its state in. */
  readonly state: string;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Opens a path of the server. */
  open(path: string): Promise<void>;
  /** Signs a new user in a new organization in on the page. Returns their email address. */
  register(email?: string): Promise<string>;
  signOut(): Promise<void>;
  /**
   * Takes screenshots of the wide light page and the dark phone page; both must have no serious accessibility
   * violations.
   */
  photograph(name: string): Promise<void>;
}

export interface BrowserRoomOptions {
  /** Variables of the server, created from its address. */
  readonly prepare?: (address: string) => Promise<Readonly<Record<string, string>>>;
  /** Origins that pages may request besides the server's own. */
  readonly mayAsk?: () => readonly string[];
}

/** Call it at the top of a test file. Tests fail if the page logs an error or requests a foreign server. */
export function useBrowserRoom({ prepare, mayAsk }: BrowserRoomOptions = {}): BrowserRoom {
  let folder: Awaited<ReturnType<typeof temporaryState>>;
  let server: ServerProcess;
  const handle = createBrowserHandle();
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let address = '';
  let complaints: string[] = [];

  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true });
    folder = await temporaryState();
    // Passkeys and providers are bound to the server's address, so the server needs a fixed one.
    const port = await findFreePort();
    address = `http://localhost:${port}`;
    const variables = (await prepare?.(address)) ?? {};
    [server] = await Promise.all([startServer(folder.folder, variables, port), handle.get()]);
  });
  afterAll(async () => {
    await handle.close();
    await server?.stop();
    await folder?.remove();
  });
  beforeEach(async () => {
    browser = await handle.get();
    context = await browser.newContext({ viewport: WIDE, colorScheme: 'light', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      const url = new URL(request.url());
      const own = url.origin === address || ['blob:', 'data:'].includes(url.protocol);
      if (!own && !mayAsk?.().includes(url.origin)) complaints.push(`asked ${url.href}`);
    });
  });
  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  return {
    get address() {
      return address;
    },
    get state() {
      return folder.folder;
    },
    get browser() {
      return browser;
    },
    get context() {
      return context;
    },
    get page() {
      return page;
    },
    open: async (path) => void (await page.goto(`${address}${path}`)),
    register: async (email = `reader-${randomUUID()}@example.com`) => {
      await page.goto(`${address}/register`);
      await page.getByLabel('First name').fill('Ada');
      await page.getByLabel('Last name').fill('Reader');
      await page.getByLabel('Organization').fill('Reading Room');
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.waitForURL((url) => url.pathname !== '/register');
      return email;
    },
    signOut: async () => {
      await page.evaluate(() => fetch('/api/v1/auth/logout', { method: 'POST' }));
      await page.goto(`${address}/login`);
    },
    photograph: async (name) => {
      for (const [form, size, colorScheme] of [
        ['wide', WIDE, 'light'],
        ['phone', PHONE, 'dark'],
      ] as const) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        // Waits until size and colours are painted; otherwise the screenshot mixes both.
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const { beyond, windows } = await page.evaluate(() => ({
          beyond: document.documentElement.scrollWidth - innerWidth,
          windows: document.documentElement.scrollHeight / innerHeight,
        }));
        const path = join(PICTURES, `${name}-${form}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: windows < MAX_WINDOWS });
        expect(beyond, `${name}, ${form}: CSS pixels beyond the right edge`).toBeLessThanOrEqual(0);
        expect(await findSeriousViolations(page), `${name}, ${form}, ${colorScheme}`).toEqual([]);
      }
      await page.setViewportSize(WIDE);
      await page.emulateMedia({ colorScheme: 'light' });
    },
  };
}
