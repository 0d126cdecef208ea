import { apiKeySchema, updateApiKeyBodySchema } from '#core/contract/api-keys';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { updateVisibleApiKey } from '../../services/api-keys/update.ts';
import { apiKeyParameters } from './parameters.ts';

const route = operation(
  { permission: 'api_keys.manage', tenant: 'organization' },
  {
    method: 'patch',
    path: '/api-keys/{id}',
    operationId: 'updateApiKey',
    tags: ['API keys'],
    summary: 'Update the name, permissions, networks and workspace of an API key',
    request: {
      params: apiKeyParameters,
      body: { required: true, content: { 'application/json': { schema: updateApiKeyBodySchema } } },
    },
    responses: {
      200: json('The key as it is now', apiKeySchema),
      ...problems({ 404: 'Not found', 409: 'Revoked or changed meanwhile' }),
    },
  },
);

export function mountUpdateApiKey(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await updateVisibleApiKey(signedIn(c), c.req.valid('param').id, c.req.valid('json')), 200);
  });
}
