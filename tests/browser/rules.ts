import { describe, expect, it } from 'vitest';
import { drawInvoice, SAMPLE_INVOICE } from '../../scripts/sample/invoice-pdf.ts';
import { expectApi, fileForm, text } from '../../scripts/start/api-client.ts';
import { waitUntilEnded } from '../platform/account.ts';
import { useBrowserRoom } from '../platform/browser-room.ts';
import { tokenOf } from '../platform/invitation.ts';

const room = useBrowserRoom();

describe('the rules of an organization', () => {
  it('are tried on past documents, created, changed, switched off and archived', async () => {
    const token = await tokenOf(room.address, await room.register());
    const form = fileForm('order.pdf', await drawInvoice({ ...SAMPLE_INVOICE, number: 'RULE-1' }));
    const id = text(await expectApi(202, room.address, 'POST', '/documents', { token, form }), 'document', 'id');
    await waitUntilEnded(room.address, token, id);
    const { page } = room;
    await room.open('/settings');
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Rules' }).click();
    await page.getByText('No rules yet').waitFor();
    await room.photograph('rules-empty');

    // What is missing is said beside its input, and nothing is sent.
    await page.getByRole('button', { name: 'New rule' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Large orders');
    await dialog.getByLabel('Message').fill('Totals above 10 need a cost centre.');
    await dialog.getByRole('button', { name: 'Create rule' }).click();
    await dialog.getByText('Choose at least one field.').waitFor();
    await dialog.getByLabel('Kind').selectOption('approval_above');
    await dialog.getByLabel('Amount').fill('10');
    await dialog.getByRole('button', { name: 'Try on past documents' }).click();
    await dialog.getByText('It would stop 1 of the latest 1 document.').waitFor();
    await room.photograph('rules-dialog');
    await dialog.getByRole('button', { name: 'Create rule' }).click();
    await page.getByText('Totals above 10 are always reviewed').waitFor();

    await page.getByRole('button', { name: 'Edit: Large orders' }).click();
    await dialog.getByLabel('Amount').fill('1000');
    await dialog.getByText('Only for some documents').click();
    await dialog.getByLabel('Invoice', { exact: true }).check();
    await dialog.getByRole('button', { name: 'Save new version' }).click();
    await page.getByText('Totals above 1000 are always reviewed. Only documents of type Invoice.').waitFor();
    await page.getByRole('button', { name: 'Versions: Large orders' }).click();
    await dialog.getByText('Version 2: Large orders').waitFor();
    await dialog.getByText('Totals above 10 are always reviewed').waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('checkbox', { name: /^On.*Large orders/ }).click();
    await page.getByRole('checkbox', { name: /^Off.*Large orders/ }).waitFor();
    await room.photograph('rules');

    await page.getByRole('button', { name: 'Change' }).click();
    await dialog.getByLabel('Approval').selectOption('from_amount');
    await dialog.getByLabel('Amount').fill('5000');
    await dialog.getByLabel('Undo, in minutes').fill('x');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Enter a whole number from 0 to 1440.').waitFor();
    await dialog.getByLabel('Undo, in minutes').fill('30');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Two people for totals of 5000 or more').waitFor();
    expect(await expectApi(200, room.address, 'GET', '/review/policy', { token })).toMatchObject({ undo_minutes: 30 });

    await page.getByRole('button', { name: 'Archive: Large orders' }).click();
    await dialog.getByRole('button', { name: 'Archive' }).click();
    await page.getByText('No rules yet').waitFor();
  });

  it('that somebody else changed meanwhile are not overwritten', async () => {
    const token = await tokenOf(room.address, await room.register());
    const definition = { kind: 'approval_above', amount: '10', message: 'Above 10.' };
    const made = await expectApi(201, room.address, 'POST', '/rules', { token, json: { name: 'Limit', definition } });
    await room.open('/settings/rules');
    await room.page.getByRole('button', { name: 'Edit: Limit' }).click();
    const dialog = room.page.getByRole('dialog');
    await dialog.getByLabel('Amount').fill('20');
    const json = { name: 'Limit', definition: { ...definition, amount: '30' } };
    await expectApi(200, room.address, 'PUT', `/rules/${text(made, 'id')}`, { token, json });
    await dialog.getByRole('button', { name: 'Save new version' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await expectApi(200, room.address, 'GET', `/rules/${text(made, 'id')}`, { token })).toMatchObject({
      version: 2,
      definition: { amount: '30' },
    });
  });
});
