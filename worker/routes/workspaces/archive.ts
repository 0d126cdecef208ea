import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { archiveWorkspace } from '../../services/workspaces/archive.ts';
import { workspaceParameters } from './parameters.ts';

const route = operation(
  { permission: 'workspaces.manage', tenant: 'workspace' },
  {
    method: 'delete',
    path: '/workspaces/{id}',
    operationId: 'archiveWorkspace',
    tags: ['Workspaces'],
    summary: 'Archive a workspace; its documents are kept',
    description:
      'A workspace is never destroyed, because documents name it. `PATCH` with `archived: false` takes it back.',
    request: { params: workspaceParameters },
    responses: { 204: { description: 'Archived' }, ...problems({ 404: 'Not found', 409: 'Changed in the meantime' }) },
  },
);

export function mountArchiveWorkspace(app: Application): void {
  app.openapi(route, async (c) => {
    await archiveWorkspace(signedIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
