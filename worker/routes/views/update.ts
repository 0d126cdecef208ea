import { updateViewBodySchema, viewSchema } from '#core/contract/views';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { updateOwnView } from '../../services/views/update.ts';
import { viewParameters } from './parameters.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'patch',
    path: '/views/{id}',
    operationId: 'updateView',
    tags: ['Views'],
    summary: 'Rename, change or share a view',
    description: 'Shared views of others require `organization.update`.',
    request: {
      params: viewParameters,
      body: { required: true, content: { 'application/json': { schema: updateViewBodySchema } } },
    },
    responses: { 200: json('The view', viewSchema), ...problems({ 404: 'Not found', 409: 'There are too many' }) },
  },
);

export function mountUpdateView(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await updateOwnView(signedIn(c), c.req.valid('param').id, c.req.valid('json')), 200);
  });
}
