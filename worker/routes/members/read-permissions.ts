import { effectivePermissionsSchema } from '#core/contract/members';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { readMemberPermissions } from '../../services/members/read-permissions.ts';
import { memberParameters } from './parameters.ts';

const route = operation(
  { permission: 'members.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/members/{id}/permissions',
    operationId: 'readMemberPermissions',
    tags: ['Members'],
    summary: 'Get the effective permissions of a member',
    request: { params: memberParameters },
    responses: { 200: json('Role and permissions', effectivePermissionsSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountReadMemberPermissions(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await readMemberPermissions(signedIn(c), c.req.valid('param').id), 200);
  });
}
