import { updateWorkspaceBodySchema, workspaceSchema } from '#core/contract/workspaces';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { updateVisibleWorkspace } from '../../services/workspaces/update.ts';
import { workspaceParameters } from './parameters.ts';

const route = operation(
  { permission: 'workspaces.manage', tenant: 'workspace' },
  {
    method: 'patch',
    path: '/workspaces/{id}',
    operationId: 'updateWorkspace',
    tags: ['Workspaces'],
    summary: 'Rename, restrict, archive or restore a workspace',
    request: {
      params: workspaceParameters,
      body: { required: true, content: { 'application/json': { schema: updateWorkspaceBodySchema } } },
    },
    responses: {
      200: json('The workspace as it is now', workspaceSchema),
      ...problems({ 404: 'Not found', 409: 'Slug taken, or changed meanwhile' }),
    },
  },
);

export function mountUpdateWorkspace(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await updateVisibleWorkspace(signedIn(c), c.req.valid('param').id, c.req.valid('json')), 200);
  });
}
