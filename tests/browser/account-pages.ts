import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectApi, member } from '../../scripts/start/api-client.ts';
import { PASSWORD, useBrowserRoom } from '../platform/browser-room.ts';
import { invite, mailedLink, tokenOf } from '../platform/invitation.ts';

const room = useBrowserRoom();

const confirm = (page: Page) => page.getByRole('button', { name: 'This address is mine' });
const typePassword = async (page: Page, email: string) => {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

describe('confirming an address in a browser', () => {
  it('takes one press where the person registered, and leaves them signed in', async () => {
    const email = await room.register();
    await room.open(await mailedLink(room.address, email, '/verify-email'));
    await confirm(room.page).waitFor();
    expect(await room.page.getByLabel('Password', { exact: true }).count()).toBe(0);
    await confirm(room.page).click();
    await room.page.getByRole('link', { name: 'Go to your documents' }).click();
    await room.page.waitForURL((url) => url.pathname === '/documents');
  });

  it('asks for the password anywhere else', async () => {
    const email = await room.register();
    const other = await room.browser.newContext();
    const theirs = await other.newPage();
    await theirs.goto(`${room.address}${await mailedLink(room.address, email, '/verify-email')}`);
    await theirs.getByLabel('Password', { exact: true }).fill('a guess of somebody else');
    await confirm(theirs).click();
    await theirs.getByText('This is not the password of the account.').waitFor();
    await theirs.getByRole('link', { name: 'I did not create this account' }).waitFor();
    await theirs.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await confirm(theirs).click();
    await theirs.getByRole('status').getByText('Thank you').waitFor();
    await other.close();
  });

  it('asks for it, too, of somebody who is signed in with another account', async () => {
    const first = await room.register();
    const link = await mailedLink(room.address, first, '/verify-email');
    await room.signOut();
    await room.register();
    await room.open(link);
    await confirm(room.page).click();
    await room.page.getByLabel('Password', { exact: true }).waitFor();
    await room.photograph('verify-email-with-password');
  });
});

describe('a person without an organization', () => {
  it('is told so after signing in, and joins the next one by its invitation', async () => {
    const token = await tokenOf(room.address, await room.register());
    const guest = `guest-${randomUUID()}@example.com`;
    await room.signOut();
    await room.open(await invite(room.address, token, guest, 'viewer'));
    await room.page.getByLabel('First name').fill('Grace');
    await room.page.getByLabel('Last name').fill('Hopper');
    await room.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await room.page.getByRole('button', { name: 'Create the account and join' }).click();
    await room.page.waitForURL((url) => url.pathname === '/documents');
    const { data } = await expectApi(200, room.address, 'GET', '/members?limit=200', { token });
    const rows: readonly unknown[] = Array.isArray(data) ? data : [];
    const joined = rows.find((row) => member(row, 'email') === guest);
    await expectApi(204, room.address, 'DELETE', `/members/${String(member(joined, 'id'))}`, { token });

    await room.open('/login');
    await typePassword(room.page, guest);
    await room.page.getByRole('heading', { name: 'No organization yet' }).waitFor();
    await room.page.getByText('to invite this address').waitFor();
    await room.photograph('no-organization');

    await room.open(await invite(room.address, token, guest, 'viewer'));
    await room.page.getByRole('link', { name: 'Sign in' }).click();
    await typePassword(room.page, guest);
    await room.page.getByRole('button', { name: 'Accept the invitation' }).click();
    await room.page.getByTitle('Your organization').getByText('Reading Room').waitFor();
  });
});
