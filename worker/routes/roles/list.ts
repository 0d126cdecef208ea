import { roleListSchema } from '#core/contract/roles';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listRoles } from '../../services/roles/list.ts';

const route = operation(
  { permission: 'roles.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/roles',
    operationId: 'listRoles',
    tags: ['Members'],
    summary: 'List roles and their permissions',
    responses: { 200: json('All of them', roleListSchema) },
  },
);

export function mountListRoles(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await listRoles(signedIn(c)), 200);
  });
}
