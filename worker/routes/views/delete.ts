import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { deleteOwnView } from '../../services/views/delete.ts';
import { viewParameters } from './parameters.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'delete',
    path: '/views/{id}',
    operationId: 'deleteView',
    tags: ['Views'],
    summary: 'Delete a view',
    request: { params: viewParameters },
    responses: { 204: { description: 'Done' }, ...problems({ 404: 'Not found' }) },
  },
);

export function mountDeleteView(app: Application): void {
  app.openapi(route, async (c) => {
    await deleteOwnView(signedIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
