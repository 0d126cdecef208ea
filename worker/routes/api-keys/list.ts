import { apiKeyListQuerySchema, apiKeyListSchema } from '#core/contract/api-keys';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listVisibleApiKeys } from '../../services/api-keys/list.ts';

const route = operation(
  { permission: 'api_keys.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/api-keys',
    operationId: 'listApiKeys',
    tags: ['API keys'],
    summary: 'List API keys, newest first, without their secrets',
    request: { query: apiKeyListQuerySchema },
    responses: { 200: json('One page', apiKeyListSchema) },
  },
);

export function mountListApiKeys(app: Application): void {
  app.openapi(route, async (c) => c.json(await listVisibleApiKeys(signedIn(c), c.req.valid('query')), 200));
}
