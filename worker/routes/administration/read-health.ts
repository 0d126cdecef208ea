import { serverHealthSchema } from '#core/contract/administration';
import { type Application, administrator } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { readServerHealth } from '../../services/administration/server.ts';

const route = operation(
  { permission: 'system_administrator', tenant: 'system' },
  {
    method: 'get',
    path: '/admin/health',
    operationId: 'readServerHealth',
    tags: ['Administration'],
    summary: 'Get the health of each component and its pending or stuck work',
    responses: { 200: json('Now', serverHealthSchema) },
  },
);

export function mountReadServerHealth(app: Application): void {
  app.openapi(route, async (c) => c.json(await readServerHealth(administrator(c)), 200));
}
