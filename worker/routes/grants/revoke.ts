import { z } from '@hono/zod-openapi';
import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { revokeVisibleGrant } from '../../services/grants/revoke.ts';

/** A grant's id in the path. Not validated: anything the caller does not manage is not found. */
const grantParameters = z.object({
  id: z
    .string()
    .max(64)
    .openapi({ param: { name: 'id', in: 'path' }, example: 'gra_01jd3v8e6s9k2m4p7q0r5t8w1x' }),
});

const route = operation(
  { permission: 'workspaces.manage', tenant: 'workspace' },
  {
    method: 'delete',
    path: '/grants/{id}',
    operationId: 'revokeGrant',
    tags: ['Workspaces'],
    summary: 'Revoke a grant',
    request: { params: grantParameters },
    responses: { 204: { description: 'Revoked' }, ...problems({ 404: 'Not found' }) },
  },
);

export function mountRevokeGrant(app: Application): void {
  app.openapi(route, async (c) => {
    await revokeVisibleGrant(signedIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
