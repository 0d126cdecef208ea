import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { deleteRole } from '../../services/roles/delete.ts';
import { roleParameters } from './parameters.ts';

const route = operation(
  { permission: 'roles.manage', tenant: 'organization' },
  {
    method: 'delete',
    path: '/roles/{id}',
    operationId: 'deleteRole',
    tags: ['Members'],
    summary: 'Delete an unused role',
    request: { params: roleParameters },
    responses: { 204: { description: 'Deleted' }, ...problems({ 404: 'Not found', 409: 'The role is in use' }) },
  },
);

export function mountDeleteRole(app: Application): void {
  app.openapi(route, async (c) => {
    await deleteRole(signedIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
