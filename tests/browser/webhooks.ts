import { createServer, type IncomingMessage } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterAll, describe, expect, it } from 'vitest';
import { PATIENCE_MS } from '#core/testing/patience';
import { drawInvoice, SAMPLE_INVOICE } from '../../scripts/sample/invoice-pdf.ts';
import { expectApi, fileForm, text } from '../../scripts/start/api-client.ts';
import { useBrowserRoom } from '../platform/browser-room.ts';
import { tokenOf } from '../platform/invitation.ts';

interface Received {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A receiver on this machine: `/slow` never answers, `/huge` sends without an end, `/down` answers 500. */
const received: Received[] = [];
const receiver = createServer(async (request, response) => {
  const body = await bodyOf(request);
  const path = request.url ?? '';
  received.push({
    path,
    headers: Object.fromEntries(Object.entries(request.headers).map(([k, v]) => [k, String(v)])),
    body,
  });
  if (path === '/slow') return;
  if (path === '/huge') {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
      if (!response.destroyed) response.once('drain', more);
    };
    return more();
  }
  response.writeHead(path === '/down' ? 500 : 200).end('thanks');
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

let port = 0;
const room = useBrowserRoom({
  prepare: async () => {
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const address = receiver.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
    return { EGRESS_TEST_ALLOW: `127.0.0.1:${port}`, WEBHOOK_TIMEOUT_MILLISECONDS: '1000', WEBHOOK_RETRY_SECONDS: '1' };
  },
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

const at = (path: string) => `http://127.0.0.1:${port}${path}`;
const requestsTo = (path: string) => received.filter((each) => each.path === path);

describe('webhooks', () => {
  it('are made on the settings page, and a document arrives there with a signature', async () => {
    const token = await tokenOf(room.address, await room.register());
    const { page } = room;
    await room.open('/settings/organization');
    await page.getByRole('button', { name: 'New webhook' }).click();
    await page.getByLabel('Address').fill(at('/hook'));
    await page.getByRole('button', { name: 'Create webhook' }).click();
    const secret = (await page.locator('dialog code').textContent()) ?? '';
    expect(secret).toMatch(/^whsec_/);
    await room.photograph('webhook-secret');
    await page.getByRole('button', { name: 'I have stored it' }).click();
    const form = fileForm('invoice.pdf', await drawInvoice(SAMPLE_INVOICE));
    const made = await expectApi(202, room.address, 'POST', '/documents', { token, form });
    await expect.poll(() => requestsTo('/hook').length, { timeout: PATIENCE_MS }).toBe(1);
    const [request] = requestsTo('/hook');
    const message: unknown = new Webhook(secret).verify(request?.body ?? '', request?.headers ?? {});
    expect(message).toMatchObject({ data: { document: { id: text(made, 'document', 'id') } } });
    await page.getByRole('button', { name: `Deliveries: ${at('/hook')}` }).click();
    await page.getByText('Delivered').waitFor();
    await page.locator('dialog summary').first().click();
    await page.getByText('HTTP 200,').waitFor();
    await room.photograph('webhook-deliveries');
    await page.getByRole('button', { name: 'Send again' }).click();
    await expect.poll(() => requestsTo('/hook').length, { timeout: PATIENCE_MS }).toBe(2);
  });

  it('that are slow, endless or down delay no other, and are disabled in the end', async () => {
    const token = await tokenOf(room.address, await room.register());
    for (const path of ['/slow', '/huge', '/down', '/quick'])
      await expectApi(201, room.address, 'POST', '/webhooks', { token, json: { url: at(path) } });
    const form = fileForm('invoice.pdf', await drawInvoice(SAMPLE_INVOICE));
    await expectApi(202, room.address, 'POST', '/documents', { token, form });
    await expect.poll(() => requestsTo('/quick').length, { timeout: PATIENCE_MS }).toBe(1);
    await expect.poll(() => requestsTo('/down').length, { timeout: PATIENCE_MS }).toBe(2);
    await expect.poll(() => requestsTo('/slow').length, { timeout: PATIENCE_MS }).toBe(2);
    expect(requestsTo('/huge')).toHaveLength(1);
    const { page } = room;
    await room.open('/settings/organization');
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.getByText(at('/quick')).first().waitFor();
          return page.getByText('all attempts to deliver an event failed').count();
        },
        { timeout: PATIENCE_MS, interval: 500 },
      )
      .toBe(2);
    await room.photograph('webhooks');
    await page.getByRole('button', { name: `Enable: ${at('/down')}` }).click();
    await page.getByRole('button', { name: 'Enable', exact: true }).click();
    await page.getByText('Webhook enabled').waitFor();
  });
});
