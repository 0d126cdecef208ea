import { redeliverySchema } from '#core/contract/webhooks';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { redeliver } from '../../services/webhooks/redeliver.ts';
import { deliveryParameters } from './parameters.ts';

const route = operation(
  { permission: 'webhooks.manage', tenant: 'organization' },
  {
    method: 'post',
    path: '/webhooks/deliveries/{id}/redeliver',
    operationId: 'redeliverWebhook',
    tags: ['Webhooks'],
    summary: 'Send the event of a delivery again',

    request: { params: deliveryParameters },
    responses: {
      202: json('Queued', redeliverySchema),
      ...problems({ 404: 'Not found', 409: 'The event is no longer stored' }),
    },
  },
);

export function mountRedeliver(app: Application): void {
  app.openapi(route, async (c) => c.json(await redeliver(signedIn(c), c.req.valid('param').id), 202));
}
