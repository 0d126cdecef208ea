import { createdWebhookSchema, createWebhookBodySchema } from '#core/contract/webhooks';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { createWebhook } from '../../services/webhooks/create.ts';

const route = operation(
  { permission: 'webhooks.manage', tenant: 'organization' },
  {
    method: 'post',
    path: '/webhooks',
    operationId: 'createWebhook',
    tags: ['Webhooks'],
    summary: 'Create a webhook; the secret is returned only once',
    description:
      'Requests are signed as Standard Webhooks specify, and repeated for 75 hours until the receiver answers 2xx. See docs/webhooks.md.',
    request: { body: { required: true, content: { 'application/json': { schema: createWebhookBodySchema } } } },
    responses: {
      201: json('The webhook with its secret', createdWebhookSchema),
      ...problems({ 409: 'There are too many' }),
    },
  },
);

export function mountCreateWebhook(app: Application): void {
  app.openapi(route, async (c) => c.json(await createWebhook(signedIn(c), c.req.valid('json')), 201));
}
