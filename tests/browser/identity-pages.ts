import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fromBase32, totpCode, totpStep } from '#core/security/totp';
import { REPOSITORY } from '../../scripts/server/repository.ts';
import { findSeriousViolations } from '../platform/accessibility.ts';
import { findFreePort } from '../platform/free-port.ts';
import { CLIENT, startIdentityProvider, type TestIdentityProvider } from '../platform/identity-provider.ts';
import { openBrowser } from '../platform/open-browser.ts';
import { type ServerProcess, startServer, temporaryState } from '../platform/server-process.ts';

const PICTURES = join(REPOSITORY, 'test-results', 'screenshots');
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** Looks after the server, once the address is confirmed. */
const HEAD = 'head@example.org';
const PASSWORD = 'a quiet room with a view';

const SOON = { timeout: 20_000, interval: 500 } as const;

let state: Awaited<ReturnType<typeof temporaryState>>;
let server: ServerProcess;
let provider: TestIdentityProvider;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let address: string;

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  state = await temporaryState();
  // The provider sends browsers back to the server's own address, so it has to have one.
  const port = await findFreePort();
  address = `http://localhost:${port}`;
  provider = await startIdentityProvider([`${address}/api/v1/auth/providers/example/callback`]);
  const known = {
    id: 'example',
    name: 'Example ID',
    issuer: provider.issuer,
    client_id: CLIENT.id,
    client_secret: CLIENT.secret,
  };
  const variables = {
    IDENTITY_PROVIDERS: JSON.stringify([known]),
    EGRESS_TEST_ALLOW: provider.host,
    SYSTEM_ADMINISTRATORS: HEAD,
    // Administrators are appointed by the sweep.
    SWEEP_INTERVAL_SECONDS: '1',
  };
  [server, browser] = await Promise.all([startServer(state.folder, variables, port), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await provider?.close();
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
    // Until size and colours are painted the picture shows half of each.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.screenshot({ path: join(PICTURES, `${name}-${form}-${colorScheme}.png`), fullPage: true });
    expect(await findSeriousViolations(page), `${name}, ${form}, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: 'light' });
}

const somebody = (emailVerified = true) => ({
  subject: randomUUID(),
  email: `${randomUUID()}@example.org`,
  emailVerified,
});

const continueWithProvider = () => page.getByRole('button', { name: 'Continue with Example ID' }).click();

async function register(email: string): Promise<void> {
  await page.goto(`${address}/register`);
  await page.getByLabel('First name').fill('Ada');
  await page.getByLabel('Last name').fill('Reader');
  await page.getByLabel('Organization').fill('Reading Room');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.waitForURL((url) => url.pathname !== '/register');
}

describe('sign-in by a provider in a browser', () => {
  it('a new person comes in by the provider, to the page they wanted, and cannot unlink their only way in', async () => {
    const account = somebody();
    provider.signInAs(account);
    await page.goto(`${address}/settings`);
    await page.getByRole('button', { name: 'Continue with Example ID' }).waitFor();
    await photograph('sign-in-with-provider');
    await continueWithProvider();
    await page.waitForURL((url) => url.pathname === '/settings');
    await page.getByText(`${account.email} · last used`).waitFor();
    await page.getByRole('button', { name: 'Unlink: Example ID' }).click();
    await page.getByRole('button', { name: 'Unlink', exact: true }).click();
    await page.getByRole('dialog').getByRole('alert').getByText('your only way to sign in').waitFor();
  });

  it('a person links an account in the settings, signs in with it and a second factor, and unlinks it', async () => {
    await register(`reader-${randomUUID()}@example.com`);
    const account = somebody(false);
    provider.signInAs(account);
    await page.goto(`${address}/settings`);
    await page.getByRole('button', { name: 'Link: Example ID' }).click();
    await page.getByRole('button', { name: 'Unlink: Example ID' }).waitFor();
    await page.getByRole('button', { name: 'Set up: Authenticator app' }).click();
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Continue' }).click();
    const secret = (await page.locator('dialog code').textContent()) ?? '';
    const code = (steps: number) => totpCode(fromBase32(secret.replaceAll(' ', '')), totpStep(Date.now()) + steps);
    await page.getByLabel('Code', { exact: true }).fill(await code(-1));
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('button', { name: 'Remove: Authenticator app' }).waitFor();
    await photograph('settings-linked-account');

    await page.evaluate(() => fetch('/api/v1/auth/logout', { method: 'POST' }));
    await page.goto(`${address}/login?next=%2Fsettings`);
    await continueWithProvider();
    const asked = page.getByLabel('Code of your authenticator app');
    await asked.waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await asked.fill(await code(0));
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL((url) => url.pathname === '/settings');

    await page.getByRole('button', { name: 'Unlink: Example ID' }).click();
    await page.getByRole('button', { name: 'Unlink', exact: true }).click();
    await page.getByRole('button', { name: 'Link: Example ID' }).waitFor();
  });

  it('an account that opens nothing is refused in words of this page, and the form is still there', async () => {
    provider.signInAs(somebody(false));
    await page.goto(`${address}/register`);
    await page.getByRole('button', { name: 'Continue with Example ID' }).waitFor();
    await photograph('register-with-provider');
    await continueWithProvider();
    await page.getByRole('alert').getByText('its account opens none here').waitFor();
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await photograph('sign-in-refused-by-provider');
  });

  it('a link can neither put words into the page nor lead through the sign-in of somebody else', async () => {
    await page.goto(`${address}/sign-in#error=conflict&message=Call+the+number+555`);
    await page.getByRole('alert').getByText('There is an account with this address already').waitFor();
    expect(await page.getByText('555').count()).toBe(0);
    await page.goto(`${address}/login`);
    await page.goto(`${address}/sign-in#mfa_token=theirs&methods=&setup=true&return_to=%2F`);
    await page.getByRole('alert').getByText('Begin again').waitFor();
    expect(await page.getByText('Set up a second factor').count()).toBe(0);
  });

  it('where registration is closed the page says so, and asks for nothing', async () => {
    const closed = { registration: 'closed', providers: [{ id: 'example', name: 'Example ID' }] };
    await page.route('**/api/v1/auth/options', (route) => route.fulfill({ json: closed }));
    await page.goto(`${address}/register`);
    await page.getByRole('heading', { name: 'By invitation only' }).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await photograph('register-closed');
    await page.getByRole('link', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Continue with Example ID' }).waitFor();
    expect(await page.getByRole('link', { name: 'Create an account' }).count()).toBe(0);
  });
});

describe('administration in a browser', () => {
  it('an administrator resets the second factors of somebody, who is signed out by it', async () => {
    const account = somebody();
    provider.signInAs(account);
    const other = await browser.newContext();
    const theirs = await other.newPage();
    await theirs.goto(`${address}/settings`);
    await theirs.getByRole('button', { name: 'Continue with Example ID' }).click();
    await theirs.waitForURL((url) => url.pathname === '/settings');

    provider.signInAs({ subject: 'head', email: HEAD, emailVerified: true });
    await page.goto(`${address}/login`);
    await continueWithProvider();
    await page.waitForURL((url) => url.pathname === '/documents');
    const search = page.getByLabel('E-mail, name or id');
    await expect
      .poll(async () => {
        await page.goto(`${address}/administration`);
        await page.getByRole('main').locator('h1, p').first().waitFor();
        return search.count();
      }, SOON)
      .toBe(1);
    await search.fill(account.email);
    await page.getByText(account.email).waitFor();
    const reset = page.getByRole('button', { name: /^Reset second factors:/ });
    await expect.poll(() => reset.count(), SOON).toBe(1);
    await photograph('administration-users');
    await reset.click();
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await page.getByText('has no second factor any more').waitFor();

    await theirs.goto(`${address}/settings`);
    await theirs.waitForURL((url) => url.pathname === '/login');
    await other.close();
  });

  it('an owner chooses how long audit events are kept', async () => {
    await register(`reader-${randomUUID()}@example.com`);
    await page.goto(`${address}/audit`);
    await page.getByRole('button', { name: 'Change how long' }).click();
    const days = page.getByLabel('Days');
    await days.fill('29');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Enter a whole number of days').waitFor();
    await days.fill('90');
    await page.getByText('Events older than 90 days are deleted for good').waitFor();
    expect(await page.getByText('Enter a whole number of days').count()).toBe(0);
    await photograph('audit-retention');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Events are kept for 90 days.').waitFor();
    await page.reload();
    await page.getByText('Events are kept for 90 days.').waitFor();
  });
});
