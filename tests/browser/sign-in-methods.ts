import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fromBase32, totpCode, totpStep } from '#core/security/totp';
import { REPOSITORY } from '../../scripts/server/repository.ts';
import { findSeriousViolations } from '../platform/accessibility.ts';
import { findFreePort } from '../platform/free-port.ts';
import { openBrowser } from '../platform/open-browser.ts';
import { type ServerProcess, startServer, temporaryState } from '../platform/server-process.ts';

const PICTURES = join(REPOSITORY, 'test-results', 'screenshots');
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const PASSWORD = 'a quiet room with a view';

let state: Awaited<ReturnType<typeof temporaryState>>;
let server: ServerProcess;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let address: string;

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  state = await temporaryState();
  // Passkeys are bound to the server's own address, so it has to have one.
  const port = await findFreePort();
  address = `http://localhost:${port}`;
  [server, browser] = await Promise.all([startServer(state.folder, {}, port), openBrowser()]);
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
});

afterEach(async () => {
  await context.close();
});

async function photograph(name: string): Promise<void> {
  for (const [form, size, colorScheme] of [
    ['wide', WIDE, 'light'],
    ['phone', PHONE, 'dark'],
  ] as const) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(PICTURES, `${name}-${form}-${colorScheme}.png`), fullPage: true });
    expect(await findSeriousViolations(page), `${name}, ${form}, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function register(): Promise<string> {
  const email = `reader-${randomUUID()}@example.com`;
  await page.goto(`${address}/register`);
  await page.getByLabel('First name').fill('Ada');
  await page.getByLabel('Last name').fill('Reader');
  await page.getByLabel('Organization').fill('Reading Room');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.waitForURL((url) => url.pathname !== '/register');
  return email;
}

async function signOut(): Promise<void> {
  await page.evaluate(() => fetch('/api/v1/auth/logout', { method: 'POST' }));
  await page.goto(`${address}/login`);
}

async function typePassword(email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const codeOf = (secret: string, steps: number): Promise<string> =>
  totpCode(fromBase32(secret.replaceAll(' ', '')), totpStep(Date.now()) + steps);

describe('in a browser', () => {
  it('a person sets up an authenticator app, and signs in with its code or a recovery code', async () => {
    const email = await register();
    await page.goto(`${address}/settings`);
    await page.getByRole('button', { name: 'Set up: Authenticator app' }).click();
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('img', { name: 'The secret as a QR code' }).waitFor();
    await photograph('authenticator-set-up');
    const secret = (await page.locator('dialog code').textContent()) ?? '';
    await page.getByLabel('Code', { exact: true }).fill(await codeOf(secret, -1));
    await page.getByRole('button', { name: 'Continue' }).click();
    const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
    await codes.first().waitFor();
    expect(await codes.count()).toBe(10);
    const recovery = (await codes.first().textContent()) ?? '';
    await photograph('recovery-codes');
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('button', { name: 'Remove: Authenticator app' }).waitFor();
    await photograph('settings-second-factor');

    await signOut();
    await typePassword(email);
    const code = page.getByLabel('Code of your authenticator app');
    await code.waitFor();
    await photograph('second-step');
    await code.fill(await codeOf(secret, 0));
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL((url) => url.pathname === '/documents');

    await signOut();
    await typePassword(email);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(recovery);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL((url) => url.pathname === '/documents');
  });

  it('a person adds a passkey and signs in with it alone', async () => {
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await register();
    await page.goto(`${address}/settings`);
    await page.getByRole('button', { name: 'Add: Passkey' }).click();
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('button', { name: 'Rename: Passkey “This device”' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Key ring');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Remove: Passkey “Key ring”' }).waitFor();
    await signOut();
    await page.getByRole('button', { name: 'Use a passkey' }).waitFor();
    await photograph('sign-in');
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.waitForURL((url) => url.pathname === '/documents');
  });

  it('whoever must have a second factor is led to it before anything else', async () => {
    const email = await register();
    await page.goto(`${address}/settings`);
    await page.getByLabel('Everyone must have one').check();
    await page.getByText('It counts from each member’s next sign-in.').waitFor();
    await signOut();
    await typePassword(email);
    await page.getByRole('img', { name: 'The secret as a QR code' }).waitFor();
    await photograph('demanded-set-up');
    const secret = (await page.locator('code').textContent()) ?? '';
    await page.getByLabel('Code', { exact: true }).fill(await codeOf(secret, 0));
    await page.getByRole('button', { name: 'Set up and sign in' }).click();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.waitForURL((url) => url.pathname === '/documents');
  });
});
