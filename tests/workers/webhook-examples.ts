import { createdWebhookSchema, deliveryListSchema } from '#core/contract/webhooks';
import { call } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import { sampleInvoice } from '#core/testing/sample-invoice';
import type { Owner } from '#core/testing/sign-up';
import { makeWorkspace } from '#core/testing/workspaces';
import type { Prepare } from './example.ts';

const WEBHOOK = { url: 'https://receiver.example.org/hook/examples', events: ['document.completed'] };

/** For an open workspace: who manages an endpoint must have access to all of its documents. */
async function made(owner: Owner): Promise<{ readonly id: string; readonly workspaceId: string }> {
  const { id: workspaceId } = await makeWorkspace(owner, 'open');
  const json = { ...WEBHOOK, workspace_ids: [workspaceId] };
  const answer = await call('POST', '/api/v1/webhooks', { token: owner.accessToken, json });
  return { id: createdWebhookSchema.parse(answer.json).id, workspaceId };
}

const ofWebhook =
  (status: number, json?: unknown): Prepare =>
  async (owner) => ({ params: { id: (await made(owner)).id }, ...(json !== undefined && { json }), status });

const ofDelivery =
  (status: number): Prepare =>
  async (owner) => {
    const { id, workspaceId } = await made(owner);
    const form = uploadForm(sampleInvoice(), 'invoice.xml', { workspace_id: workspaceId });
    const { document } = await accepted(owner.accessToken, form);
    await untilTerminal(owner.accessToken, document.id);
    const listed = await call('GET', `/api/v1/webhooks/${id}/deliveries`, { token: owner.accessToken });
    return { params: { id: deliveryListSchema.parse(listed.json).data[0]?.id ?? '' }, status };
  };

/** Examples of the operations of webhooks; see operation-examples.ts. */
export const WEBHOOK_EXAMPLES: Readonly<Record<string, Prepare>> = {
  listEvents: async () => ({ status: 200 }),
  listWebhooks: async () => ({ status: 200 }),
  createWebhook: async () => ({ json: WEBHOOK, status: 201 }),
  getWebhook: ofWebhook(200),
  updateWebhook: ofWebhook(200, { status: 'disabled' }),
  deleteWebhook: ofWebhook(204),
  rotateWebhookSecret: ofWebhook(200),
  testWebhook: ofWebhook(200),
  replayWebhook: ofWebhook(202, { from: '2026-01-01T00:00:00Z' }),
  listWebhookDeliveries: ofWebhook(200),
  getWebhookDelivery: ofDelivery(200),
  redeliverWebhook: ofDelivery(202),
};
