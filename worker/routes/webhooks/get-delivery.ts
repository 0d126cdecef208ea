import { deliveryDetailsSchema } from '#core/contract/webhooks';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { readDelivery } from '../../services/webhooks/read-delivery.ts';
import { deliveryParameters } from './parameters.ts';

const route = operation(
  { permission: 'webhooks.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/webhooks/deliveries/{id}',
    operationId: 'getWebhookDelivery',
    tags: ['Webhooks'],
    summary: 'Get a delivery with its attempts and payload',

    request: { params: deliveryParameters },
    responses: { 200: json('The delivery', deliveryDetailsSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountGetDelivery(app: Application): void {
  app.openapi(route, async (c) => c.json(await readDelivery(signedIn(c), c.req.valid('param').id), 200));
}
