import { workspaceListQuerySchema, workspaceListSchema } from '#core/contract/workspaces';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listVisibleWorkspaces } from '../../services/workspaces/list.ts';

const route = operation(
  { permission: 'workspaces.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/workspaces',
    operationId: 'listWorkspaces',
    tags: ['Workspaces'],
    summary: 'List the workspaces you have access to',
    request: { query: workspaceListQuerySchema },
    responses: { 200: json('One page, the oldest first', workspaceListSchema) },
  },
);

export function mountListWorkspaces(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await listVisibleWorkspaces(signedIn(c), c.req.valid('query')), 200);
  });
}
