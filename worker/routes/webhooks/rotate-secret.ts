import { createdWebhookSchema } from '#core/contract/webhooks';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { rotateWebhookSecret } from '../../services/webhooks/update.ts';
import { webhookParameters } from './parameters.ts';

const route = operation(
  { permission: 'webhooks.manage', tenant: 'organization' },
  {
    method: 'post',
    path: '/webhooks/{id}/rotate-secret',
    operationId: 'rotateWebhookSecret',
    tags: ['Webhooks'],
    summary: 'Replace the secret; the previous one signs too for a while',

    request: { params: webhookParameters },
    responses: {
      200: json('The webhook with its new secret', createdWebhookSchema),
      ...problems({ 404: 'Not found', 409: 'Changed in the meantime' }),
    },
  },
);

export function mountRotateWebhookSecret(app: Application): void {
  app.openapi(route, async (c) => c.json(await rotateWebhookSecret(signedIn(c), c.req.valid('param').id), 200));
}
