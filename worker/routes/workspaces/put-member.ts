import { putWorkspaceMemberBodySchema, workspaceMemberSchema } from '#core/contract/workspaces';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { setWorkspaceMember } from '../../services/workspaces/put-member.ts';
import { workspaceMemberParameters } from './parameters.ts';

const route = operation(
  { permission: 'workspaces.manage', tenant: 'workspace' },
  {
    method: 'put',
    path: '/workspaces/{id}/members/{member_id}',
    operationId: 'putWorkspaceMember',
    tags: ['Workspaces'],
    summary: 'Add a member to a workspace or change their role',
    request: {
      params: workspaceMemberParameters,
      body: { required: true, content: { 'application/json': { schema: putWorkspaceMemberBodySchema } } },
    },
    responses: { 200: json('The member as they are now', workspaceMemberSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountPutWorkspaceMember(app: Application): void {
  app.openapi(route, async (c) => {
    const { id, member_id } = c.req.valid('param');
    return c.json(await setWorkspaceMember(signedIn(c), id, member_id, c.req.valid('json').role), 200);
  });
}
