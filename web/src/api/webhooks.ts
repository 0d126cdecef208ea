import type {
  CreatedWebhookView,
  CreateWebhookBody,
  DeliveryDetails,
  DeliveryView,
  RedeliveryView,
  ReplayWebhookBody,
  UpdateWebhookBody,
  WebhookReplayView,
  WebhookTestView,
  WebhookView,
} from '#core/contract/webhooks';
import { type Page, pageQuery } from './page.ts';
import { send, sendJson } from './request.ts';

const pathOf = (id: string, rest = '') => `/webhooks/${encodeURIComponent(id)}${rest}`;

export function listWebhooks(cursor: string | null, signal: AbortSignal): Promise<Page<WebhookView>> {
  return sendJson(`/webhooks${pageQuery(cursor, 50)}`, { signal });
}

export function createWebhook(body: Omit<CreateWebhookBody, 'workspace_ids'>): Promise<CreatedWebhookView> {
  return sendJson('/webhooks', { method: 'POST', body });
}

export function updateWebhook(id: string, body: UpdateWebhookBody): Promise<WebhookView> {
  return sendJson(pathOf(id), { method: 'PATCH', body });
}

export async function deleteWebhook(id: string): Promise<void> {
  await send(pathOf(id), { method: 'DELETE' });
}

export function rotateWebhookSecret(id: string): Promise<CreatedWebhookView> {
  return sendJson(pathOf(id, '/rotate-secret'), { method: 'POST' });
}

export function testWebhook(id: string): Promise<WebhookTestView> {
  return sendJson(pathOf(id, '/test'), { method: 'POST' });
}

export function replayWebhook(id: string, body: ReplayWebhookBody): Promise<WebhookReplayView> {
  return sendJson(pathOf(id, '/replay'), { method: 'POST', body });
}

export function listDeliveries(id: string, cursor: string | null, signal: AbortSignal): Promise<Page<DeliveryView>> {
  return sendJson(`${pathOf(id, '/deliveries')}${pageQuery(cursor, 25)}`, { signal });
}

export function readDelivery(id: string, signal: AbortSignal): Promise<DeliveryDetails> {
  return sendJson(`/webhooks/deliveries/${encodeURIComponent(id)}`, { signal });
}

export function redeliver(id: string): Promise<RedeliveryView> {
  return sendJson(`/webhooks/deliveries/${encodeURIComponent(id)}/redeliver`, { method: 'POST' });
}
