import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { fromBase32, totpCode, totpStep } from '#core/security/totp';
import { PATIENCE_MS } from '#core/testing/patience';
import { PASSWORD, useBrowserRoom } from '../platform/browser-room.ts';
import { CLIENT, startIdentityProvider, type TestIdentityProvider } from '../platform/identity-provider.ts';
import { invite, tokenOf } from '../platform/invitation.ts';

/** Becomes a system administrator once the address is confirmed. */
const HEAD = 'head@example.org';

const SOON = { timeout: PATIENCE_MS, interval: 500 } as const;

let provider: TestIdentityProvider;

const room = useBrowserRoom({
  // The provider sends browsers back to the server's own address.
  prepare: async (address) => {
    provider = await startIdentityProvider([`${address}/api/v1/auth/providers/example/callback`]);
    const known = {
      id: 'example',
      name: 'Example ID',
      issuer: provider.issuer,
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
    };
    return {
      IDENTITY_PROVIDERS: JSON.stringify([known]),
      EGRESS_TEST_ALLOW: provider.host,
      SYSTEM_ADMINISTRATORS: HEAD,
      // Administrators are appointed by the sweep.
      SWEEP_INTERVAL_SECONDS: '1',
    };
  },
  mayAsk: () => [provider.issuer],
});

afterAll(() => provider?.close());

const somebody = (emailVerified = true) => ({
  subject: randomUUID(),
  email: `${randomUUID()}@example.org`,
  emailVerified,
});

const continueWithProvider = () => room.page.getByRole('button', { name: 'Continue with Example ID' }).click();

describe('sign-in by a provider in a browser', () => {
  it('a new person comes in by the provider, to the page they wanted, and cannot unlink their only way in', async () => {
    const account = somebody();
    provider.signInAs(account);
    await room.open('/settings');
    await room.page.getByRole('button', { name: 'Continue with Example ID' }).waitFor();
    await room.photograph('sign-in-with-provider');
    await continueWithProvider();
    await room.page.waitForURL((url) => url.pathname === '/settings');
    await room.page.getByText(`${account.email} · last used`).waitFor();
    await room.page.getByRole('button', { name: 'Unlink: Example ID' }).click();
    await room.page.getByRole('button', { name: 'Unlink', exact: true }).click();
    await room.page.getByRole('dialog').getByRole('alert').getByText('your only sign-in method').waitFor();
  });

  it('a person links an account in the settings, signs in with it and a second factor, and unlinks it', async () => {
    await room.register();
    const account = somebody(false);
    provider.signInAs(account);
    await room.open('/settings');
    await room.page.getByRole('button', { name: 'Link: Example ID' }).click();
    await room.page.getByLabel('Your password').fill(PASSWORD);
    await room.page.getByRole('button', { name: 'Continue' }).click();
    await room.page.getByRole('button', { name: 'Unlink: Example ID' }).waitFor();
    await room.page.getByRole('button', { name: 'Set up: Authenticator app' }).click();
    await room.page.getByLabel('Your password').fill(PASSWORD);
    await room.page.getByRole('button', { name: 'Continue' }).click();
    const secret = (await room.page.locator('dialog code').textContent()) ?? '';
    const code = (steps: number) => totpCode(fromBase32(secret.replaceAll(' ', '')), totpStep(Date.now()) + steps);
    await room.page.getByLabel('Code', { exact: true }).fill(await code(0));
    await room.page.getByRole('button', { name: 'Continue' }).click();
    await room.page.getByRole('button', { name: 'I have stored them' }).click();
    await room.page.getByRole('button', { name: 'Remove: Authenticator app' }).waitFor();
    await room.photograph('settings-linked-account');

    await room.page.evaluate(() => fetch('/api/v1/auth/logout', { method: 'POST' }));
    await room.open('/login?next=%2Fsettings');
    await continueWithProvider();
    const asked = room.page.getByLabel('Code from your authenticator app');
    await asked.waitFor();
    expect(new URL(room.page.url()).hash).toBe('');
    // The next code: the current one is used up, and one step ahead is accepted.
    await asked.fill(await code(1));
    await room.page.getByRole('button', { name: 'Continue' }).click();
    await room.page.waitForURL((url) => url.pathname === '/settings');

    await room.page.getByRole('button', { name: 'Unlink: Example ID' }).click();
    await room.page.getByLabel('Your password').fill(PASSWORD);
    await room.page.getByRole('button', { name: 'Unlink', exact: true }).click();
    await room.page.getByRole('button', { name: 'Link: Example ID' }).waitFor();
  });

  it('an account that opens nothing is refused in words of this page, and the form is still there', async () => {
    provider.signInAs(somebody(false));
    await room.open('/register');
    await room.page.getByRole('button', { name: 'Continue with Example ID' }).waitFor();
    await room.photograph('register-with-provider');
    await continueWithProvider();
    await room.page.getByRole('alert').getByText('no account here is linked to it').waitFor();
    await room.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect(new URL(room.page.url()).hash).toBe('');
    await room.photograph('sign-in-refused-by-provider');
  });

  it('a link can neither put words into the page nor lead through the sign-in of somebody else', async () => {
    await room.open('/sign-in#error=conflict&message=Call+the+number+555');
    await room.page.getByRole('alert').getByText('An account with this address already exists').waitFor();
    expect(await room.page.getByText('555').count()).toBe(0);
    await room.open('/login');
    await room.open('/sign-in#mfa_token=theirs&methods=&setup=true&return_to=%2F');
    await room.page.getByRole('alert').getByText('Try again').waitFor();
    expect(await room.page.getByText('Set up a second factor').count()).toBe(0);
  });

  it('who is invited may come by the provider, and then accepts', async () => {
    const owner = await room.register();
    const account = somebody();
    const link = await invite(room.address, await tokenOf(room.address, owner), account.email, 'viewer');
    await room.signOut();
    provider.signInAs(account);
    await room.open(link);
    await continueWithProvider();
    const accept = room.page.getByRole('button', { name: 'Accept the invitation' });
    await accept.waitFor();
    // The token is kept by the tab and is not in the URL.
    expect(new URL(room.page.url()).hash).toBe('');
    await accept.click();
    await room.page.waitForURL((url) => url.pathname === '/documents');
    await room.page.getByTitle('Your organization').getByText('Reading Room').waitFor();
  });

  it('where registration is closed the page says so, and asks for nothing', async () => {
    const closed = {
      registration: 'closed',
      password_min_length: 8,
      providers: [{ id: 'example', name: 'Example ID' }],
    };
    await room.page.route('**/api/v1/auth/options', (route) => route.fulfill({ json: closed }));
    await room.open('/register');
    await room.page.getByRole('heading', { name: 'By invitation only' }).waitFor();
    expect(await room.page.getByRole('textbox').count()).toBe(0);
    await room.photograph('register-closed');
    await room.page.getByRole('link', { name: 'Sign in', exact: true }).click();
    await room.page.getByRole('button', { name: 'Continue with Example ID' }).waitFor();
    expect(await room.page.getByRole('link', { name: 'Create an account' }).count()).toBe(0);
  });
});

describe('administration in a browser', () => {
  it('an administrator resets the second factors of somebody, who is signed out by it', async () => {
    const account = somebody();
    provider.signInAs(account);
    const other = await room.browser.newContext();
    const theirs = await other.newPage();
    await theirs.goto(`${room.address}/settings`);
    await theirs.getByRole('button', { name: 'Continue with Example ID' }).click();
    await theirs.waitForURL((url) => url.pathname === '/settings');

    provider.signInAs({ subject: 'head', email: HEAD, emailVerified: true });
    await room.open('/login');
    await continueWithProvider();
    await room.page.waitForURL((url) => url.pathname === '/documents');
    const search = room.page.getByLabel('E-mail, name or id');
    await expect
      .poll(async () => {
        await room.open('/administration');
        await room.page.getByRole('main').locator('h1, p').first().waitFor();
        return search.count();
      }, SOON)
      .toBe(1);
    // This session is older than the appointment.
    await room.page.getByRole('button', { name: 'Sign in again' }).click();
    await continueWithProvider();
    await room.page.waitForURL((url) => url.pathname === '/administration');
    await search.fill(account.email);
    await room.page.getByText(account.email).waitFor();
    const reset = room.page.getByRole('button', { name: /^Reset second factors:/ });
    await expect.poll(() => reset.count(), SOON).toBe(1);
    await room.photograph('administration-users');
    for (const part of ['Jobs', 'Security events', 'Health', 'Audit log']) {
      await room.page.getByRole('button', { name: part, exact: true }).click();
      await room.page.getByRole('region', { name: part }).waitFor();
    }
    await room.page.getByRole('list', { name: 'Audit events' }).getByRole('listitem').first().waitFor();
    await room.photograph('administration-audit-log');
    await room.page.getByRole('button', { name: 'Users', exact: true }).click();
    await search.fill(account.email);
    await expect.poll(() => reset.count(), SOON).toBe(1);
    await reset.click();
    await room.page.getByRole('button', { name: 'Reset', exact: true }).click();
    await room.page.getByText(/^Second factors of .* removed/).waitFor();

    await theirs.goto(`${room.address}/settings`);
    await theirs.waitForURL((url) => url.pathname === '/login');
    await other.close();
  });

  it('an owner chooses how long audit events are kept', async () => {
    await room.register();
    await room.open('/audit');
    await room.page.getByRole('button', { name: 'Change retention' }).click();
    const days = room.page.getByLabel('Days');
    await days.fill('29');
    await room.page.getByRole('button', { name: 'Save' }).click();
    await room.page.getByText('Enter a whole number of days').waitFor();
    await days.fill('90');
    await room.page.getByText('Events older than 90 days will be deleted permanently').waitFor();
    expect(await room.page.getByText('Enter a whole number of days').count()).toBe(0);
    await room.photograph('audit-retention');
    await room.page.getByRole('button', { name: 'Save' }).click();
    await room.page.getByText('Events are kept for 90 days.').waitFor();
    await room.page.reload();
    await room.page.getByText('Events are kept for 90 days.').waitFor();
  });
});
