import { pageQuerySchema } from '#core/contract/list';
import { workspaceMemberListSchema } from '#core/contract/workspaces';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { listMembersOfWorkspace } from '../../services/workspaces/list-members.ts';
import { workspaceParameters } from './parameters.ts';

const route = operation(
  { permission: 'workspaces.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/workspaces/{id}/members',
    operationId: 'listWorkspaceMembers',
    tags: ['Workspaces'],
    summary: 'List the members of a workspace',
    request: { params: workspaceParameters, query: pageQuerySchema },
    responses: {
      200: json('One page, the first added first', workspaceMemberListSchema),
      ...problems({ 404: 'Not found' }),
    },
  },
);

export function mountListWorkspaceMembers(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await listMembersOfWorkspace(signedIn(c), c.req.valid('param').id, c.req.valid('query')), 200);
  });
}
