import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { removeWorkspaceMember } from '../../services/workspaces/remove-member.ts';
import { workspaceMemberParameters } from './parameters.ts';

const route = operation(
  { permission: 'workspaces.manage', tenant: 'workspace' },
  {
    method: 'delete',
    path: '/workspaces/{id}/members/{member_id}',
    operationId: 'removeWorkspaceMember',
    tags: ['Workspaces'],
    summary: 'Remove a member from a workspace',
    request: { params: workspaceMemberParameters },
    responses: { 204: { description: 'Removed' }, ...problems({ 404: 'Not found' }) },
  },
);

export function mountRemoveWorkspaceMember(app: Application): void {
  app.openapi(route, async (c) => {
    const { id, member_id } = c.req.valid('param');
    await removeWorkspaceMember(signedIn(c), id, member_id);
    return c.body(null, 204);
  });
}
