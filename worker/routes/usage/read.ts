import { usageQuerySchema, usageSchema } from '#core/contract/usage';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { readMonthlyUsage } from '../../services/usage/read.ts';

const route = operation(
  { permission: 'usage.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/usage',
    operationId: 'readUsage',
    tags: ['Usage'],
    summary: 'Get the usage of a month: totals and usage lines',
    request: { query: usageQuerySchema },
    responses: { 200: json('Totals and one page of lines', usageSchema) },
  },
);

export function mountReadUsage(app: Application): void {
  app.openapi(route, async (c) => c.json(await readMonthlyUsage(signedIn(c), c.req.valid('query')), 200));
}
