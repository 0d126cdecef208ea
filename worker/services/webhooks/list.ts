import type {
  DeliveryList,
  DeliveryListQuery,
  WebhookList,
  WebhookListQuery,
  WebhookView,
} from '#core/contract/webhooks';
import { formatNumberedId } from '#core/domain/id';
import { listDeliveries } from '#core/store/webhook-deliveries';
import { listWebhooks } from '#core/store/webhooks';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { byCreation, pageOf, readCursor } from '../list-page.ts';
import { requireWebhook } from './find.ts';
import { deliveryNumber, deliveryView, webhookView } from './view.ts';

/** One page of the endpoints, newest first. @throws AppError `bad_request` for an invalid cursor, `forbidden` */
export async function listOwnWebhooks(context: SignedInContext, query: WebhookListQuery): Promise<WebhookList> {
  requirePermission(context, 'webhooks.read');
  const after = readCursor(query.cursor);
  const rows = await listWebhooks(tenantOf(context), context.caller.organizationId);
  const rest = rows.filter(
    (row) =>
      (query.status === undefined || row.status === query.status) &&
      (!after || row.createdAt < after.at || (row.createdAt === after.at && row.id < after.id)),
  );
  return pageOf(rest.slice(0, query.limit + 1), query.limit, byCreation, webhookView);
}

export async function readWebhook(context: SignedInContext, id: string): Promise<WebhookView> {
  requirePermission(context, 'webhooks.read');
  return webhookView(await requireWebhook(context, id));
}

/** One page of an endpoint's deliveries, newest first. @throws AppError `not_found`, `forbidden` */
export async function listOwnDeliveries(
  context: SignedInContext,
  webhookId: string,
  query: DeliveryListQuery,
): Promise<DeliveryList> {
  requirePermission(context, 'webhooks.read');
  await requireWebhook(context, webhookId);
  const rows = await listDeliveries(
    tenantOf(context),
    context.caller.organizationId,
    { webhookId, status: query.status },
    { limit: query.limit + 1, before: query.cursor === undefined ? undefined : deliveryNumber(query.cursor) },
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1)?.delivery;
  const more = rows.length > query.limit && last !== undefined;
  return {
    data: page.map(deliveryView),
    next_cursor: more ? formatNumberedId('delivery', last.createdAt, last.number) : null,
  };
}
