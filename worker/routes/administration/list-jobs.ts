import { administratedJobListSchema, administratedJobQuerySchema } from '#core/contract/administration';
import { type Application, administrator } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listAdministratedJobs } from '../../services/administration/server.ts';

const route = operation(
  { permission: 'system_administrator', tenant: 'system' },
  {
    method: 'get',
    path: '/admin/jobs',
    operationId: 'listAdministratedJobs',
    tags: ['Administration'],
    summary: 'List stuck or failed jobs',
    request: { query: administratedJobQuerySchema },
    responses: { 200: json('One page', administratedJobListSchema) },
  },
);

export function mountListAdministratedJobs(app: Application): void {
  app.openapi(route, async (c) => c.json(await listAdministratedJobs(administrator(c), c.req.valid('query')), 200));
}
