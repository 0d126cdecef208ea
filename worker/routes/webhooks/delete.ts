import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { deleteOwnWebhook } from '../../services/webhooks/update.ts';
import { webhookParameters } from './parameters.ts';

const route = operation(
  { permission: 'webhooks.manage', tenant: 'organization' },
  {
    method: 'delete',
    path: '/webhooks/{id}',
    operationId: 'deleteWebhook',
    tags: ['Webhooks'],
    summary: 'Delete a webhook and its deliveries',

    request: { params: webhookParameters },
    responses: { 204: { description: 'Done' }, ...problems({ 404: 'Not found' }) },
  },
);

export function mountDeleteWebhook(app: Application): void {
  app.openapi(route, async (c) => {
    await deleteOwnWebhook(signedIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
