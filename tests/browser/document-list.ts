import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawInvoice, SAMPLE_INVOICE } from '../../scripts/sample/invoice-pdf.ts';
import { expectApi, fileForm, text } from '../../scripts/start/api-client.ts';
import { waitUntilEnded } from '../platform/account.ts';
import { useBrowserRoom } from '../platform/browser-room.ts';
import { tokenOf } from '../platform/invitation.ts';

const room = useBrowserRoom();

async function upload(token: string, name: string): Promise<string> {
  const bytes = await drawInvoice({ ...SAMPLE_INVOICE, number: `B-${randomUUID().slice(0, 8)}` });
  const made = await expectApi(202, room.address, 'POST', '/documents', { token, form: fileForm(name, bytes) });
  const id = text(made, 'document', 'id');
  await waitUntilEnded(room.address, token, id);
  return id;
}

/** Only a fault waits that long. */
const SOON = { timeout: 60_000 };

const rows = () => room.page.locator('[data-row]');
const selectedBar = () => room.page.getByRole('region', { name: 'Selected documents' });

describe('many documents at once', () => {
  it('are found, selected, approved, deleted and restored by keyboard and mouse', async () => {
    const token = await tokenOf(room.address, await room.register());
    for (const name of ['alpha.pdf', 'beta.pdf', 'gamma.pdf']) await upload(token, name);
    await room.open('/documents');
    await expect.poll(() => rows().count(), SOON).toBe(3);

    // Search, then straight into the list, and a selection of two.
    const search = room.page.getByLabel('Search documents');
    await search.fill('pdf');
    await search.press('ArrowDown');
    const isFirstActive = () =>
      rows()
        .first()
        .locator('a')
        .evaluate((link) => link === document.activeElement);
    await expect.poll(isFirstActive, SOON).toBe(true);
    await room.page.keyboard.press('Shift+ArrowDown');
    await selectedBar().getByText('2 selected').waitFor();
    await room.photograph('documents-selected');
    await selectedBar().getByRole('button', { name: 'Approve' }).click();
    await room.page.getByText('2 documents approved.').waitFor();
    const approved = room.page.getByRole('button', { name: /^Approved 2$/ });
    await approved.waitFor();
    await approved.click();
    await room.page.waitForURL((url) => url.searchParams.get('status') === 'approved');
    await expect.poll(() => rows().count(), SOON).toBe(2);

    // What cannot be done is said for each document; the others are done.
    await room.page.keyboard.press('0');
    await expect.poll(() => rows().count(), SOON).toBe(3);
    await room.page.getByLabel('Select all loaded documents').check();
    await selectedBar().getByRole('button', { name: 'Approve' }).click();
    const refused = room.page.getByRole('dialog', { name: '2 documents were not changed' });
    await refused.getByText('Its status does not allow this.').first().waitFor();
    await refused.getByRole('button', { name: 'Close' }).click();

    // Into the trash and back.
    await selectedBar().getByRole('button', { name: 'More' }).click();
    await room.page.getByRole('button', { name: 'Delete', exact: true }).click();
    await room.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await room.page.getByText('2 documents moved to the trash.').waitFor();
    await expect.poll(() => rows().count(), SOON).toBe(1);
    await room.page.getByRole('button', { name: 'Trash' }).click();
    await expect.poll(() => rows().count(), SOON).toBe(2);
    await rows().first().hover();
    await room.page.keyboard.press('A');
    await room.photograph('documents-trash');
    await selectedBar().getByRole('button', { name: 'Restore' }).click();
    await room.page.getByText('2 documents restored.').waitFor();
    await expect.poll(() => rows().count(), SOON).toBe(0);
  });

  it('are sorted by their headings, narrowed by filters, and kept as a view', async () => {
    const token = await tokenOf(room.address, await room.register());
    const ids = [await upload(token, 'b.pdf'), await upload(token, 'a.pdf')];
    await room.open('/documents');
    await expect.poll(() => rows().count(), SOON).toBe(2);
    await room.page.getByRole('button', { name: 'File', exact: true }).click();
    await room.page.waitForURL((url) => url.searchParams.get('sort') === 'name');
    const order = () =>
      rows()
        .locator('a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    await expect.poll(order, SOON).toEqual(ids.toReversed().map((id) => `/documents/${id}`));
    await room.page.keyboard.press('f');
    await room.page.getByLabel('Total from').fill('999999');
    await room.page.getByText('No matches').waitFor();
    await room.photograph('documents-filters');
    await room.page.getByRole('button', { name: 'Views' }).click();
    await room.page.getByRole('button', { name: 'Save this view' }).click();
    await room.page.getByRole('dialog').getByLabel('Name').fill('Large ones');
    await room.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await room.page.getByText('“Large ones” saved.').waitFor();
    await room.page.getByRole('button', { name: 'Remove filter: Total from 999999' }).click();
    await expect.poll(() => rows().count(), SOON).toBe(2);
    await room.page.getByRole('button', { name: 'Views' }).click();
    await room.page.getByRole('button', { name: 'Large ones', exact: true }).click();
    await room.page.getByText('No matches').waitFor();
    expect(new URL(room.page.url()).searchParams.get('amount_min')).toBe('999999');
  });
});
