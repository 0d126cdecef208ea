import { describe, expect, it } from 'vitest';
import { fromBase32, totpCode, totpStep } from '#core/security/totp';
import { PASSWORD, useBrowserRoom } from '../platform/browser-room.ts';

const room = useBrowserRoom();

async function typePassword(email: string): Promise<void> {
  await room.page.getByLabel('E-mail').fill(email);
  await room.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await room.page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const codeOf = (secret: string, steps: number): Promise<string> =>
  totpCode(fromBase32(secret.replaceAll(' ', '')), totpStep(Date.now()) + steps);

describe('in a browser', () => {
  it('a person sets up an authenticator app, and signs in with its code or a recovery code', async () => {
    const email = await room.register();
    await room.open('/settings');
    await room.page.getByRole('button', { name: 'Set up: Authenticator app' }).click();
    await room.page.getByLabel('Your password').fill(PASSWORD);
    await room.page.getByRole('button', { name: 'Continue' }).click();
    await room.page.getByRole('img', { name: 'The secret as a QR code' }).waitFor();
    await room.photograph('authenticator-set-up');
    const secret = (await room.page.locator('dialog code').textContent()) ?? '';
    await room.page.getByLabel('Code', { exact: true }).fill(await codeOf(secret, 0));
    await room.page.getByRole('button', { name: 'Continue' }).click();
    const codes = room.page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
    await codes.first().waitFor();
    expect(await codes.count()).toBe(10);
    const recovery = (await codes.first().textContent()) ?? '';
    await room.photograph('recovery-codes');
    await room.page.getByRole('button', { name: 'I have stored them' }).click();
    await room.page.getByRole('button', { name: 'Remove: Authenticator app' }).waitFor();
    await room.photograph('settings-second-factor');

    await room.signOut();
    await typePassword(email);
    const code = room.page.getByLabel('Code from your authenticator app');
    await code.waitFor();
    await room.photograph('second-step');
    // The next code: the current one is used up, and one step ahead is accepted.
    await code.fill(await codeOf(secret, 1));
    await room.page.getByRole('button', { name: 'Continue' }).click();
    await room.page.waitForURL((url) => url.pathname === '/documents');

    await room.signOut();
    await typePassword(email);
    await room.page.getByRole('button', { name: 'Use a recovery code' }).click();
    await room.page.getByLabel('Recovery code').fill(recovery);
    await room.page.getByRole('button', { name: 'Continue' }).click();
    await room.page.waitForURL((url) => url.pathname === '/documents');
  });

  it('a person adds a passkey and signs in with it alone', async () => {
    const devtools = await room.context.newCDPSession(room.page);
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
    await room.register();
    await room.open('/settings');
    await room.page.getByRole('button', { name: 'Add: Passkey' }).click();
    await room.page.getByLabel('Your password').fill(PASSWORD);
    await room.page.getByRole('button', { name: 'Continue' }).click();
    await room.page.getByRole('button', { name: 'I have stored them' }).click();
    await room.page.getByRole('button', { name: 'Rename: Passkey “This device”' }).click();
    await room.page.getByRole('dialog').getByLabel('Name').fill('Key ring');
    await room.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await room.page.getByRole('button', { name: 'Remove: Passkey “Key ring”' }).waitFor();
    await room.signOut();
    await room.page.getByRole('button', { name: 'Use a passkey' }).waitFor();
    await room.photograph('sign-in');
    await room.page.getByRole('button', { name: 'Use a passkey' }).click();
    await room.page.waitForURL((url) => url.pathname === '/documents');
  });

  it('whoever must have a second factor is led to it before anything else', async () => {
    const email = await room.register();
    await room.open('/settings/organization');
    await room.page.getByLabel('Required for everyone').check();
    await room.page.getByText('Policy updated.').waitFor();
    await room.signOut();
    await typePassword(email);
    await room.page.getByRole('img', { name: 'The secret as a QR code' }).waitFor();
    await room.photograph('demanded-set-up');
    const secret = (await room.page.locator('code').textContent()) ?? '';
    await room.page.getByLabel('Code', { exact: true }).fill(await codeOf(secret, 0));
    await room.page.getByRole('button', { name: 'Set up and sign in' }).click();
    await room.page.getByRole('button', { name: 'I have stored them' }).click();
    await room.page.waitForURL((url) => url.pathname === '/documents');
  });
});
