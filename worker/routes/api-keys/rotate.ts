import { createdApiKeySchema } from '#core/contract/api-keys';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { rotateApiKey } from '../../services/api-keys/rotate.ts';
import { apiKeyParameters } from './parameters.ts';

const route = operation(
  { permission: 'api_keys.manage', tenant: 'organization' },
  {
    method: 'post',
    path: '/api-keys/{id}/rotate',
    operationId: 'rotateApiKey',
    tags: ['API keys'],
    summary: 'Rotate an API key; the old key keeps working for a transition period',
    request: { params: apiKeyParameters },
    responses: {
      201: json('The new key with its secret', createdApiKeySchema),
      ...problems({ 404: 'Not found', 409: 'The key has ended already' }),
    },
  },
);

export function mountRotateApiKey(app: Application): void {
  app.openapi(route, async (c) => c.json(await rotateApiKey(signedIn(c), c.req.valid('param').id), 201));
}
