import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { PATIENCE_MS } from '#core/testing/patience';
import { drawInvoice, SAMPLE_INVOICE } from '../../scripts/sample/invoice-pdf.ts';
import { expectApi, member } from '../../scripts/start/api-client.ts';
import { waitUntilEnded } from '../platform/account.ts';
import { PASSWORD, useBrowserRoom } from '../platform/browser-room.ts';
import { invite, tokenOf } from '../platform/invitation.ts';
import { seedAuditEvents } from '../platform/seed-audit.ts';

const room = useBrowserRoom();
const button = (name: string | RegExp) => room.page.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = () => room.page.getByRole('dialog');

describe('access in a browser', () => {
  it('an owner invites somebody, grants them one document, and sees what they may do there', async () => {
    const owner = await room.register();
    const token = await tokenOf(room.address, owner);
    const guest = `guest-${randomUUID()}@example.com`;
    const link = await invite(room.address, token, guest, 'viewer');
    const other = await room.browser.newContext();
    const theirs = await other.newPage();
    await theirs.goto(`${room.address}${link}`);
    await theirs.getByLabel('First name').fill('Grace');
    await theirs.getByLabel('Last name').fill('Hopper');
    await theirs.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await theirs.getByRole('button', { name: 'Create the account and join' }).click();
    await theirs.waitForURL((url) => url.pathname === '/documents');

    await room.open('/people');
    await button('New workspace').click();
    await dialog().getByLabel('Name').fill('Invoices');
    await dialog().getByLabel('Members only').check();
    await button('Create').click();
    await button('Access to Invoices').click();
    await dialog()
      .getByLabel('Member', { exact: true })
      .selectOption({ label: `Grace Hopper (${guest})` });
    await dialog().getByText('No access').waitFor();
    await button('Close').click();
    await room.photograph('people');

    await room.open('/documents');
    await room.page.getByLabel('Upload into').selectOption({ label: 'Invoices' });
    await room.page.getByLabel('Files to upload').setInputFiles({
      name: 'north.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(await drawInvoice(SAMPLE_INVOICE)),
    });
    const row = room.page.getByRole('link', { name: /Northwind|north\.pdf/ }).first();
    await row.waitFor();
    const { data } = await expectApi(200, room.address, 'GET', '/documents', { token });
    const id = Array.isArray(data) ? String(member(data[0], 'id')) : '';
    await waitUntilEnded(room.address, token, id);
    await button('Filters').click();
    await room.page.getByLabel('Workspace', { exact: true }).selectOption({ label: 'Invoices' });
    await room.page.waitForURL((url) => url.searchParams.has('workspace_id'));
    await room.photograph('documents-of-a-workspace');

    await theirs.reload();
    expect(await theirs.getByRole('link', { name: /Northwind|north\.pdf/ }).count()).toBe(0);
    await row.click();
    await button('Access').click();
    await dialog().getByText('No access').waitFor();
    await button('Grant access').click();
    await dialog()
      .getByLabel('Member', { exact: true })
      .selectOption({ label: `Grace Hopper (${guest})` });
    await dialog().getByLabel('update', { exact: true }).check();
    await room.photograph('document-access');
    await button('Grant').click();
    await dialog().getByText('read, update', { exact: true }).first().waitFor();
    await theirs.goto(`${room.address}/documents/${id}`);
    await theirs.getByText(SAMPLE_INVOICE.number).first().waitFor();
    await button(/^Revoke: Grace/).click();
    await dialog().getByText('No access').waitFor();
    await dialog().getByLabel('Workspace').selectOption({ label: 'No workspace' });
    await button('Move').click();
    await room.page.getByText('Moved out of the workspace.').waitFor();
    await theirs.reload();
    await theirs.getByText(SAMPLE_INVOICE.number).first().waitFor();
    await other.close();
  });

  it('a person with an account comes back to the invitation from the sign-in, and accepts', async () => {
    const owner = await room.register();
    const token = await tokenOf(room.address, owner);
    await room.signOut();
    const guest = await room.register();
    await room.signOut();
    await room.open(await invite(room.address, token, guest, 'auditor'));
    await room.page.getByRole('link', { name: 'Sign in' }).click();
    await room.page.getByLabel('E-mail').fill(guest);
    await room.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await button('Sign in').click();
    await button('Accept the invitation').waitFor();
    await room.photograph('invitation');
    await button('Accept the invitation').click();
    await room.page.waitForURL((url) => url.pathname === '/documents');
    // An auditor cannot upload or invite, so neither is offered.
    expect(await button('Upload').count()).toBe(0);
    await room.open('/people');
    await room.page.getByRole('heading', { name: 'Members' }).waitFor();
    expect(await button('Invite').count()).toBe(0);
    expect(await button('New workspace').count()).toBe(0);
  });

  it('a key is created, edited and rotated; the page shows when the old secret expires', async () => {
    await room.register();
    await room.open('/settings/organization');
    await button('New API key').click();
    await dialog().getByLabel('Name').fill('Import');
    await dialog().getByLabel('Allowed networks').fill('203.0.113.7/24');
    await button('Create API key').click();
    await dialog().getByText('network', { exact: false }).last().waitFor();
    await dialog().getByLabel('Allowed networks').fill('203.0.113.0/24');
    await button('Create API key').click();
    await button('I have stored it').click();
    await button(/^Edit Import/).click();
    await dialog().getByLabel('Name').fill('Nightly import');
    await dialog().getByLabel('Allowed networks').fill('');
    await room.photograph('api-key');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await room.page.getByText('“Nightly import” updated').waitFor();
    await button(/^Rotate Nightly import/).click();
    await dialog().getByRole('button', { name: 'Rotate', exact: true }).click();
    await dialog().getByText('expires').waitFor();
    await button('I have stored it').click();
    await room.page.getByText(/expires/).waitFor();
    expect(await button(/^Usage of Nightly import/).count()).toBe(2);
  });
});

describe('templates in a browser', () => {
  it('a built-in template is copied, validated, edited, and restored to an old version', async () => {
    await room.register();
    await room.open('/templates');
    await room.page.getByText('No custom templates yet').waitFor();
    await room.page.getByLabel('Name or id').fill('delivery');
    await room.page
      .getByRole('link', { name: /^Copy Delivery/ })
      .first()
      .click();
    await room.page.getByLabel('Name', { exact: true }).fill('Our delivery note');
    await button('Add a field').click();
    const added = room.page.getByRole('listitem').filter({ hasText: /^Field \d+/ });
    await added.last().getByLabel('Printed labels').fill('Lieferschein Prüfer');
    await added.last().getByLabel('Name in the result').focus();
    await expect.poll(() => added.last().getByLabel('Name in the result').inputValue()).toBe('lieferschein_prufer');
    await added.last().getByText('Value checks').click();
    await added.last().getByLabel('Pattern').fill('(a+)+');
    await button('Create template').click();
    await room.page.getByText('Not saved: one field needs your attention.').waitFor();
    await added.last().getByText('must be a regular expression').waitFor();
    await added.last().getByLabel('Pattern').fill('[A-Z]{2}');
    await room.photograph('template');
    await button('Create template').click();
    await room.page.waitForURL(/\/templates\/tpl_/);
    await room.page.getByLabel('Name', { exact: true }).fill('Delivery note of ours');
    await button('Save as new version').click();
    await room.page.getByRole('heading', { name: 'Delivery note of ours' }).waitFor();
    await room.page.getByLabel('Version', { exact: true }).selectOption('1');
    await button('Restore version 1').click();
    await room.page.getByRole('heading', { name: 'Our delivery note' }).waitFor();
    await room.open('/templates');
    await room.page.getByText(/version 3/i).waitFor();
    await room.photograph('templates');
  });
});

describe('the audit log in a browser', () => {
  it('ten thousand events scroll, filter and export without the page falling behind', async () => {
    const owner = await room.register();
    const me = await expectApi(200, room.address, 'GET', '/auth/me', { token: await tokenOf(room.address, owner) });
    await seedAuditEvents(room.state, String(member(me['organization'], 'id')), 10_000, Date.now() - 3_600_000);
    await room.open('/audit');
    const list = room.page.getByRole('list', { name: 'Audit events' });
    const rows = list.getByRole('listitem');
    await rows.first().waitFor();
    await room.photograph('audit');
    // Scrolls to the end page by page, like a user dragging the scroll bar.
    await expect
      .poll(
        async () => {
          await list.evaluate((element) => element.parentElement?.scrollTo(0, element.scrollHeight));
          return rows.last().getAttribute('aria-setsize');
        },
        { timeout: PATIENCE_MS, interval: 50 },
      )
      .toMatch(/^100\d\d$/);
    expect(await rows.count()).toBeLessThan(100);
    await room.page.getByLabel('Action or target id').fill('document.deleted');
    await room.page.getByLabel('Outcome').selectOption('failure');
    await expect.poll(async () => rows.last().getAttribute('aria-setsize'), { timeout: PATIENCE_MS }).toBe('100');
    const [download] = await Promise.all([
      room.page.waitForEvent('download'),
      room.page.getByRole('link', { name: 'Export CSV' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(101);
    expect(lines.slice(1).every((line) => line.includes('document.deleted'))).toBe(true);
  });
});
