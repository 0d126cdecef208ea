import { pageQuerySchema } from '#core/contract/list';
import { runListSchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { listDocumentRuns } from '../../services/documents/list-runs.ts';
import { documentParameters } from './parameters.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/documents/{id}/runs',
    operationId: 'listDocumentRuns',
    tags: ['Review'],
    summary: 'List the runs of a document, newest first',
    request: { params: documentParameters, query: pageQuerySchema },
    responses: { 200: json('One page', runListSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountListDocumentRuns(app: Application): void {
  app.openapi(route, async (c) =>
    c.json(await listDocumentRuns(signedIn(c), c.req.valid('param').id, c.req.valid('query')), 200),
  );
}
