import { describe, expect, it } from 'vitest';
import { drawInvoice, SAMPLE_INVOICE } from '../../scripts/sample/invoice-pdf.ts';
import { useBrowserRoom } from '../platform/browser-room.ts';

const room = useBrowserRoom();

/** Drops a file on the page like a user; browsers allow scripts to dispatch such a drop. */
async function drop(name: string, bytes: Uint8Array): Promise<void> {
  const base64 = Buffer.from(bytes).toString('base64');
  await room.page.evaluate(
    ([fileName, content]) => {
      const binary = Uint8Array.from(atob(content ?? ''), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([binary], fileName ?? '', { type: 'application/pdf' }));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [name, base64],
  );
}

describe('in a browser', () => {
  it('a new person drops an invoice and sees its fields lit on the page', async () => {
    await room.register();
    // The list has loaded, and with it the drop zone.
    await room.page.locator('input[type="file"]').first().waitFor({ state: 'attached' });
    await drop('north.pdf', await drawInvoice(SAMPLE_INVOICE));
    const link = room.page.getByRole('link', { name: /Northwind|north\.pdf/ }).first();
    await link.waitFor();
    await room.page.getByText(SAMPLE_INVOICE.number).first().waitFor();
    await room.photograph('documents');

    await link.click();
    await room.page.locator('[data-page="1"] img').waitFor();
    const number = room.page.getByRole('button').filter({ hasText: SAMPLE_INVOICE.number }).first();
    await number.waitFor();
    expect(await room.page.locator('rect.mark-lit').count()).toBe(0);
    await number.hover();
    const lit = room.page.locator('rect.mark-lit');
    await lit.first().waitFor();
    const [place, sheet] = await Promise.all([
      lit.first().boundingBox(),
      room.page.locator('[data-page="1"]').boundingBox(),
    ]);
    expect(place && sheet && place.x >= sheet.x && place.x + place.width <= sheet.x + sheet.width).toBe(true);
    await room.photograph('document');
  });

  it('the entrance and the reference page are accessible and fetch nothing from elsewhere', async () => {
    await room.open('/login');
    await room.page.getByRole('button', { name: 'Sign in' }).waitFor();
    await room.photograph('sign-in');
    await room.open('/docs');
    await room.page.getByText('/documents').first().waitFor();
    // One card of each section: all are drawn by one component, and checking every card takes a minute.
    await room.page.evaluate(
      "document.querySelectorAll('section article:not(:first-of-type)').forEach((card) => card.remove())",
    );
    await room.photograph('reference');
  });
});
