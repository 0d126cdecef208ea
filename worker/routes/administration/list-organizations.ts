import {
  administratedOrganizationListSchema,
  administratedOrganizationQuerySchema,
} from '#core/contract/administration';
import { type Application, administrator } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listAdministratedOrganizations } from '../../services/administration/organizations.ts';

const route = operation(
  { permission: 'system_administrator', tenant: 'system' },
  {
    method: 'get',
    path: '/admin/organizations',
    operationId: 'listAdministratedOrganizations',
    tags: ['Administration'],
    summary: 'List all organizations',
    request: { query: administratedOrganizationQuerySchema },
    responses: { 200: json('One page', administratedOrganizationListSchema) },
  },
);

export function mountListAdministratedOrganizations(app: Application): void {
  app.openapi(route, async (c) =>
    c.json(await listAdministratedOrganizations(administrator(c), c.req.valid('query')), 200),
  );
}
