import { roleSchema, updateRoleBodySchema } from '#core/contract/roles';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { updateRole } from '../../services/roles/update.ts';
import { roleParameters } from './parameters.ts';

const route = operation(
  { permission: 'roles.manage', tenant: 'organization' },
  {
    method: 'patch',
    path: '/roles/{id}',
    operationId: 'updateRole',
    tags: ['Members'],
    summary: 'Update a custom role',
    request: {
      params: roleParameters,
      body: { required: true, content: { 'application/json': { schema: updateRoleBodySchema } } },
    },
    responses: {
      200: json('The role as it is now', roleSchema),
      ...problems({ 404: 'Not found', 409: 'The name is taken' }),
    },
  },
);

export function mountUpdateRole(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await updateRole(signedIn(c), c.req.valid('param').id, c.req.valid('json')), 200);
  });
}
