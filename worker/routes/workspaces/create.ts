import { createWorkspaceBodySchema, workspaceSchema } from '#core/contract/workspaces';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { createWorkspace } from '../../services/workspaces/create.ts';

const route = operation(
  { permission: 'workspaces.manage', tenant: 'organization' },
  {
    method: 'post',
    path: '/workspaces',
    operationId: 'createWorkspace',
    tags: ['Workspaces'],
    summary: 'Create a workspace; you become its manager',
    request: { body: { required: true, content: { 'application/json': { schema: createWorkspaceBodySchema } } } },
    responses: {
      201: json('The workspace', workspaceSchema),
      ...problems({ 409: 'Slug taken, or as many as the plan allows' }),
    },
  },
);

export function mountCreateWorkspace(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await createWorkspace(signedIn(c), c.req.valid('json')), 201);
  });
}
