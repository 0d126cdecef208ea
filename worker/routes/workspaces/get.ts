import { workspaceSchema } from '#core/contract/workspaces';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { readWorkspace } from '../../services/workspaces/read.ts';
import { workspaceParameters } from './parameters.ts';

const route = operation(
  { permission: 'workspaces.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/workspaces/{id}',
    operationId: 'getWorkspace',
    tags: ['Workspaces'],
    summary: 'Get a workspace and your permissions in it',
    request: { params: workspaceParameters },
    responses: { 200: json('The workspace', workspaceSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountGetWorkspace(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await readWorkspace(signedIn(c), c.req.valid('param').id), 200);
  });
}
