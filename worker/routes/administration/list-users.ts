import { administratedUserListSchema, administratedUserQuerySchema } from '#core/contract/administration';
import { type Application, administrator } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listAdministratedUsers } from '../../services/administration/users.ts';

const route = operation(
  { permission: 'system_administrator', tenant: 'system' },
  {
    method: 'get',
    path: '/admin/users',
    operationId: 'listAdministratedUsers',
    tags: ['Administration'],
    summary: 'List users across all organizations',
    request: { query: administratedUserQuerySchema },
    responses: { 200: json('One page', administratedUserListSchema) },
  },
);

export function mountListAdministratedUsers(app: Application): void {
  app.openapi(route, async (c) => c.json(await listAdministratedUsers(administrator(c), c.req.valid('query')), 200));
}
