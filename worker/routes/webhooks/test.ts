import { webhookTestSchema } from '#core/contract/webhooks';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { testWebhook } from '../../services/webhooks/test.ts';
import { webhookParameters } from './parameters.ts';

const route = operation(
  { permission: 'webhooks.manage', tenant: 'organization' },
  {
    method: 'post',
    path: '/webhooks/{id}/test',
    operationId: 'testWebhook',
    tags: ['Webhooks'],
    summary: 'Send a test event',

    request: { params: webhookParameters },
    responses: { 200: json('How the receiver answered', webhookTestSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountTestWebhook(app: Application): void {
  app.openapi(route, async (c) => c.json(await testWebhook(signedIn(c), c.req.valid('param').id), 200));
}
