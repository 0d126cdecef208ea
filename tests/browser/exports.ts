import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { PATIENCE_MS } from '#core/testing/patience';
import { drawInvoice, SAMPLE_INVOICE } from '../../scripts/sample/invoice-pdf.ts';
import { expectApi, fileForm, text } from '../../scripts/start/api-client.ts';
import { waitUntilEnded } from '../platform/account.ts';
import { useBrowserRoom } from '../platform/browser-room.ts';
import { tokenOf } from '../platform/invitation.ts';

const room = useBrowserRoom();

describe('exports', () => {
  it('are chosen in the list, made in the background and downloaded', async () => {
    const token = await tokenOf(room.address, await room.register());
    const { page } = room;
    for (const number of ['INV-202601', 'INV-202602']) {
      const form = fileForm(`${number}.pdf`, await drawInvoice({ ...SAMPLE_INVOICE, number }));
      const made = await expectApi(202, room.address, 'POST', '/documents', { token, form });
      await waitUntilEnded(room.address, token, text(made, 'document', 'id'), PATIENCE_MS);
    }
    await room.open('/documents');
    await page.getByText('INV-202601').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText('1 selected document.').waitFor();
    await room.photograph('export-dialog');
    await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click();
    await page.waitForURL((url) => url.pathname === '/exports');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Download the export/ }).click(),
    ]);
    const files = unzipSync(await readFile(await download.path()));
    expect(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toMatch(/INV-20260[12]/);
    await page.getByRole('button', { name: 'Export what is new' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click();
    await page
      .getByRole('link', { name: /^Download the export/ })
      .nth(1)
      .waitFor();
    await page.getByRole('button', { name: 'Export what is new' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click();
    await page.getByText('nothing new to export').waitFor();
    await room.photograph('exports');
  });
});
