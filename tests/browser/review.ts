import { describe, expect, it } from 'vitest';
import { expectApi, fileForm, member, text } from '../../scripts/start/api-client.ts';
import { waitUntilEnded } from '../platform/account.ts';
import { useBrowserRoom } from '../platform/browser-room.ts';
import { drawPrintedInvoice, type PrintedInvoice } from '../platform/draw-printed-invoice.ts';
import { tokenOf } from '../platform/invitation.ts';

const room = useBrowserRoom();

/** Only a fault reaches it. */
const SOON = { timeout: 60_000 };
/** Width and height of a page, in its own unit. */
const PAGE_SIZE = [595.28, 841.89] as const;

const PAPER = ['Recycled copy paper A4', '12', '21.50', '258.00'] as const;
const INVOICE: PrintedInvoice = {
  number: ['Invoice number:', 'NW-2'],
  date: '2026-04-18',
  rows: [PAPER, ['Archive folders, grey', '40', '1.85', '74.00']],
  subtotal: '332.00',
  tax: '66.40',
  total: '398.40',
};
const FILES: Readonly<Record<string, PrintedInvoice>> = {
  // The label says nothing, so that the number is missing.
  'unlabelled.pdf': { ...INVOICE, number: ['Our sign:', 'NW-1'] },
  'misprinted-row.pdf': { ...INVOICE, rows: [PAPER, ['Archive folders, grey', '40', '1.85', '47.00']] },
  'wrong-total.pdf': { ...INVOICE, number: ['Invoice number:', 'NW-3'], total: '389.40' },
  'not-ours.pdf': { ...INVOICE, number: ['Our sign:', 'NW-4'] },
};

async function upload(token: string, name: string, invoice: PrintedInvoice): Promise<string> {
  const form = fileForm(name, await drawPrintedInvoice(invoice));
  const id = text(await expectApi(202, room.address, 'POST', '/documents', { token, form }), 'document', 'id');
  await waitUntilEnded(room.address, token, id);
  return id;
}

describe('a session of review', () => {
  it('by keyboard alone goes from the first document of the queue to its end', async () => {
    const token = await tokenOf(room.address, await room.register());
    const ids = new Map<string, string>();
    for (const [name, invoice] of Object.entries(FILES)) ids.set(name, await upload(token, name, invoice));
    const read = (name: string) => expectApi(200, room.address, 'GET', `/documents/${ids.get(name)}`, { token });
    const field = async (name: string, key: string) => member(member((await read(name))['result'], 'fields'), key);
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await room.page.keyboard.press(key);
    };
    const type = (letters: string) => room.page.keyboard.type(letters);
    const isOpen = (name: string) => room.page.getByRole('heading', { name, level: 1 }).waitFor();
    const stop = (label: RegExp) => room.page.getByRole('listitem', { name: label }).waitFor();
    const done = room.page.getByText('Every stop is done.');
    /** Presses the key at each stop, and another one at the total, until none is left. */
    const settle = (atTotal = 'Enter') =>
      expect
        .poll(async () => {
          if ((await done.count()) > 0) return 'done';
          const isTotal = (await room.page.getByRole('listitem', { name: /^Total\./ }).count()) > 0;
          await press(isTotal ? atTotal : 'Enter');
          return 'open';
        }, SOON)
        .toBe('done');

    await room.open('/documents');
    await room.page.locator('a[href^="/documents/doc_"]').first().waitFor();
    await press('g', 'r');

    // A missing number is picked from the page.
    await isOpen('unlabelled.pdf');
    await stop(/^Invoice number\. Expected/);
    await room.photograph('review-stop');
    await press('w');
    await type('nw1');
    await press('Enter');
    await settle();
    await press('Control+Enter');

    // A row is put right in the grid; its other cells are accepted together.
    await isOpen('misprinted-row.pdf');
    await room.page.getByText('2 line items').waitFor();
    await press('l');
    const grid = room.page.getByRole('grid', { name: 'Line items' });
    await grid.waitFor();
    await press('ArrowDown', 'End');
    await room.page.getByText('≠ Net total 332.00').waitFor();
    await room.photograph('review-rows');
    await type('74');
    await press('Enter');
    await room.page.getByText('= Net total 332.00').waitFor();
    await press('Escape', 'Shift+Enter');
    await settle();
    await press('Control+Enter');

    // The total follows from its parts.
    await isOpen('wrong-total.pdf');
    await settle('1');
    await press('Control+Enter');

    // Undo leads back across the approval, and further.
    await isOpen('not-ours.pdf');
    await press('Control+z');
    await isOpen('wrong-total.pdf');
    await expect
      .poll(
        async () => {
          const value = member(await field('wrong-total.pdf', 'total_amount'), 'value');
          if (value !== '389.40') await press('Control+z');
          return value;
        },
        { ...SOON, interval: 1_000 },
      )
      .toBe('389.40');
    await settle('1');
    await press('Control+Enter');

    await isOpen('not-ours.pdf');
    await press('r');
    await room.page.getByLabel('Reason').waitFor();
    await type('Not addressed to us');
    await press('Control+Enter');

    await room.page.getByRole('heading', { name: 'All done' }).waitFor();
    await room.photograph('review-end');
    expect(await field('unlabelled.pdf', 'invoice_number')).toMatchObject({
      value: 'NW-1',
      state: 'confirmed',
      confirmed_by: { how: 'picked' },
      evidence: [{ page: 1 }],
    });
    await expect.poll(async () => (await read('not-ours.pdf'))['status'], SOON).toBe('rejected');
    const statuses = Object.keys(FILES).map(async (name) => (await read(name))['status']);
    expect(await Promise.all(statuses)).toEqual(['approved', 'approved', 'approved', 'rejected']);
    expect(await field('wrong-total.pdf', 'total_amount')).toMatchObject({
      value: '398.40',
      original: { value: '389.40' },
    });
    const { result } = await read('misprinted-row.pdf');
    expect(JSON.stringify(member(result, 'line_items'))).toContain('"74.00"');
  });

  it('by mouse takes words from the page, by click and by drag', async () => {
    const token = await tokenOf(room.address, await room.register());
    const id = await upload(token, 'unlabelled.pdf', { ...INVOICE, number: ['Our sign:', 'NW-1'] });
    await room.open(`/documents/${id}`);
    await room.page.getByRole('link', { name: 'Review', exact: true }).last().click();
    await room.page.getByRole('listitem', { name: /^Invoice number\./ }).waitFor();
    const page = room.page.getByRole('img', { name: 'Page 1 of the document' });
    await page.waitFor();
    const frame = await page.boundingBox();
    /** A point of the page, in its own unit from the bottom left. */
    const at = (x: number, y: number): [number, number] => {
      const scale = (frame?.width ?? 0) / PAGE_SIZE[0];
      return [(frame?.x ?? 0) + x * scale, (frame?.y ?? 0) + (PAGE_SIZE[1] - y) * scale];
    };
    const value = room.page.getByRole('textbox', { name: 'Invoice number' });
    await room.page.mouse.click(...at(480, 753));
    await expect.poll(() => value.inputValue(), SOON).toBe('NW-1');
    await room.page.mouse.move(...at(60, 785));
    await room.page.mouse.down();
    await room.page.mouse.move(...at(220, 784));
    await room.page.mouse.up();
    await expect.poll(() => value.inputValue(), SOON).toBe('Northwind Paper Supply Ltd');
    await room.page.mouse.click(...at(480, 753));
    await expect.poll(() => value.inputValue(), SOON).toBe('NW-1');
    await expect
      .poll(async () => {
        if ((await room.page.getByText('Every stop is done.').count()) > 0) return 'done';
        await room.page.getByRole('button', { name: /^Accept/ }).click();
        return 'open';
      }, SOON)
      .toBe('done');
    await room.page.getByRole('button', { name: /^Approve/ }).click();
    await room.page.getByRole('heading', { name: 'All done' }).waitFor();
    const { result } = await expectApi(200, room.address, 'GET', `/documents/${id}`, { token });
    expect(member(member(result, 'fields'), 'invoice_number')).toMatchObject({
      value: 'NW-1',
      evidence: [{ page: 1 }],
    });
  });

  it('on a phone shows the stops first and needs one thumb, and no key is named', async () => {
    const token = await tokenOf(room.address, await room.register());
    await upload(token, 'unlabelled.pdf', { ...INVOICE, number: ['Our sign:', 'NW-1'] });
    const context = await room.browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      storageState: await room.context.storageState(),
    });
    const phone = await context.newPage();
    await phone.goto(`${room.address}/review`);
    await phone.getByRole('listitem', { name: /^Invoice number\./ }).waitFor();
    expect(await phone.locator('.key').filter({ visible: true }).count()).toBe(0);
    expect(await phone.getByRole('region', { name: 'Pages', exact: true }).count()).toBe(0);
    await phone.getByRole('button', { name: 'Not there' }).filter({ visible: true }).tap();
    const approve = phone.getByRole('button', { name: 'Approve' }).filter({ visible: true });
    await expect
      .poll(async () => {
        if ((await approve.count()) > 0) return 'done';
        await phone.getByRole('button', { name: 'Accept' }).filter({ visible: true }).tap();
        return 'open';
      }, SOON)
      .toBe('done');
    await approve.tap();
    await phone.getByRole('heading', { name: 'All done' }).waitFor();
    await context.close();
  });

  it('keeps what was typed over a reload', async () => {
    const token = await tokenOf(room.address, await room.register());
    const id = await upload(token, 'unlabelled.pdf', { ...INVOICE, number: ['Our sign:', 'NW-1'] });
    await room.open(`/review/${id}`);
    const value = room.page.getByRole('textbox', { name: 'Invoice number' });
    await room.page.getByRole('listitem', { name: /^Invoice number\./ }).waitFor();
    await room.page.keyboard.type('NW');
    await expect.poll(() => value.inputValue(), SOON).toBe('NW');
    await room.page.reload();
    await room.page.getByRole('button', { name: 'Restore' }).click();
    await expect.poll(() => value.inputValue(), SOON).toBe('NW');
  });
});
