import { createApiKeyBodySchema, createdApiKeySchema } from '#core/contract/api-keys';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { createApiKey } from '../../services/api-keys/create.ts';

const route = operation(
  { permission: 'api_keys.manage', tenant: 'organization' },
  {
    method: 'post',
    path: '/api-keys',
    operationId: 'createApiKey',
    tags: ['API keys'],
    summary: 'Create an API key; the secret is returned only once',
    request: { body: { required: true, content: { 'application/json': { schema: createApiKeyBodySchema } } } },
    responses: {
      201: json('The key with its secret', createdApiKeySchema),
      ...problems({ 409: 'As many as the plan allows' }),
    },
  },
);

export function mountCreateApiKey(app: Application): void {
  app.openapi(route, async (c) => c.json(await createApiKey(signedIn(c), c.req.valid('json')), 201));
}
