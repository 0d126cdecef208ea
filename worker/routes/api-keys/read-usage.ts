import { apiKeyUsageSchema } from '#core/contract/api-keys';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { readApiKeyUsage } from '../../services/api-keys/read-usage.ts';
import { apiKeyParameters } from './parameters.ts';

const route = operation(
  { permission: 'api_keys.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/api-keys/{id}/usage',
    operationId: 'readApiKeyUsage',
    tags: ['API keys'],
    summary: 'Get the daily usage of an API key',
    description: 'The last 90 days (UTC). Counts are written in batches, so the most recent calls may be missing.',
    request: { params: apiKeyParameters },
    responses: { 200: json('Calls per day, the latest first', apiKeyUsageSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountReadApiKeyUsage(app: Application): void {
  app.openapi(route, async (c) => c.json(await readApiKeyUsage(signedIn(c), c.req.valid('param').id), 200));
}
