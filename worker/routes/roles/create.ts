import { createRoleBodySchema, roleSchema } from '#core/contract/roles';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { createRole } from '../../services/roles/create.ts';

const route = operation(
  { permission: 'roles.manage', tenant: 'organization' },
  {
    method: 'post',
    path: '/roles',
    operationId: 'createRole',
    tags: ['Members'],
    summary: 'Create a custom role',
    description: 'You can only include permissions you hold.',
    request: { body: { required: true, content: { 'application/json': { schema: createRoleBodySchema } } } },
    responses: { 201: json('The role', roleSchema), ...problems({ 409: 'The name is taken' }) },
  },
);

export function mountCreateRole(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await createRole(signedIn(c), c.req.valid('json')), 201);
  });
}
