import { createViewBodySchema, viewSchema } from '#core/contract/views';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { createView } from '../../services/views/create.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'post',
    path: '/views',
    operationId: 'createView',
    tags: ['Views'],
    summary: 'Save a view of the document list',
    request: { body: { required: true, content: { 'application/json': { schema: createViewBodySchema } } } },
    responses: { 201: json('The view', viewSchema), ...problems({ 409: 'There are too many' }) },
  },
);

export function mountCreateView(app: Application): void {
  app.openapi(route, async (c) => c.json(await createView(signedIn(c), c.req.valid('json')), 201));
}
