import { webhookListQuerySchema, webhookListSchema } from '#core/contract/webhooks';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listOwnWebhooks } from '../../services/webhooks/list.ts';

const route = operation(
  { permission: 'webhooks.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/webhooks',
    operationId: 'listWebhooks',
    tags: ['Webhooks'],
    summary: 'List webhooks, newest first',

    request: { query: webhookListQuerySchema },
    responses: { 200: json('One page', webhookListSchema) },
  },
);

export function mountListWebhooks(app: Application): void {
  app.openapi(route, async (c) => c.json(await listOwnWebhooks(signedIn(c), c.req.valid('query')), 200));
}
