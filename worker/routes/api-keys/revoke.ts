import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { revokeVisibleApiKey } from '../../services/api-keys/revoke.ts';
import { apiKeyParameters } from './parameters.ts';

const route = operation(
  { permission: 'api_keys.manage', tenant: 'organization' },
  {
    method: 'delete',
    path: '/api-keys/{id}',
    operationId: 'revokeApiKey',
    tags: ['API keys'],
    summary: 'Revoke an API key',
    request: { params: apiKeyParameters },
    responses: { 204: { description: 'Revoked' }, ...problems({ 404: 'Not found' }) },
  },
);

export function mountRevokeApiKey(app: Application): void {
  app.openapi(route, async (c) => {
    await revokeVisibleApiKey(signedIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
