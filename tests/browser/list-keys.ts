import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawInvoice, SAMPLE_INVOICE } from '../../scripts/sample/invoice-pdf.ts';
import { expectApi, fileForm, text } from '../../scripts/start/api-client.ts';
import { waitUntilEnded } from '../platform/account.ts';
import { useBrowserRoom } from '../platform/browser-room.ts';
import { tokenOf } from '../platform/invitation.ts';

const room = useBrowserRoom();

async function upload(token: string, name: string): Promise<string> {
  const bytes = await drawInvoice({ ...SAMPLE_INVOICE, number: `L-${randomUUID().slice(0, 8)}` });
  const made = await expectApi(202, room.address, 'POST', '/documents', { token, form: fileForm(name, bytes) });
  const id = text(made, 'document', 'id');
  await waitUntilEnded(room.address, token, id);
  return id;
}

describe('the list of documents by keyboard', () => {
  it('the highlight stays with its document when another one arrives', async () => {
    const token = await tokenOf(room.address, await room.register());
    const first = await upload(token, 'first.pdf');
    await upload(token, 'second.pdf');
    await room.open('/documents');
    const rows = room.page.getByRole('row').filter({ has: room.page.locator('a[href^="/documents/doc_"]') });
    await expect.poll(() => rows.count()).toBe(2);
    await room.page.keyboard.press('j');
    await room.page.keyboard.press('j');
    const highlighted = room.page.locator(`[data-row] a[href="/documents/${first}"]`);
    const isFocused = () => highlighted.evaluate((link) => link === document.activeElement);
    await expect.poll(isFocused).toBe(true);
    await upload(token, 'third.pdf');
    await expect.poll(() => rows.count()).toBe(3);
    expect(await isFocused()).toBe(true);
    await room.page.keyboard.press('k');
    await room.page.keyboard.press('j');
    await expect.poll(isFocused).toBe(true);
    await room.photograph('documents-highlight');
  });

  it('Shift+J leads on from a document that was opened by its address', async () => {
    const token = await tokenOf(room.address, await room.register());
    const older = await upload(token, 'older.pdf');
    const newer = await upload(token, 'newer.pdf');
    await room.open(`/documents/${newer}`);
    await room.page.getByRole('button', { name: 'Next document' }).waitFor();
    await room.page.keyboard.press('Shift+J');
    await room.page.waitForURL((url) => url.pathname === `/documents/${older}`);
    // The URL changes before the page does; only the older document has a previous one.
    const previous = room.page.getByRole('button', { name: 'Previous document' });
    await expect.poll(() => previous.isEnabled()).toBe(true);
    await room.page.keyboard.press('Shift+K');
    await room.page.waitForURL((url) => url.pathname === `/documents/${newer}`);
  });

  it('Enter searches at once, and again opens what was found', async () => {
    const token = await tokenOf(room.address, await room.register());
    const wanted = await upload(token, 'Übersicht März.pdf');
    await upload(token, 'other.pdf');
    await room.open('/documents');
    const field = room.page.getByLabel('Search documents');
    await field.fill('übersicht MÄRZ');
    await field.press('Enter');
    await room.page.waitForURL((url) => url.searchParams.get('q') === 'übersicht MÄRZ');
    const links = room.page.locator('a[href^="/documents/doc_"]');
    await expect.poll(() => links.count()).toBe(1);
    await room.page.keyboard.press('Enter');
    await room.page.waitForURL((url) => url.pathname === `/documents/${wanted}`);
  });

  it('an address that waits for its confirmation leads to the mail, where none is sent', async () => {
    await room.register();
    await room.open('/settings');
    await room.page.getByText('is not confirmed yet').waitFor();
    await room.page.getByRole('link', { name: 'outbox' }).waitFor();
    await room.photograph('settings-unconfirmed');
    await room.page.getByRole('link', { name: 'outbox' }).click();
    await room.page.getByRole('heading', { name: 'Outbox' }).waitFor();
    expect(new URL(room.page.url()).pathname).toBe('/dev/outbox');
  });
});
