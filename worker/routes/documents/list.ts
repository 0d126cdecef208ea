import { documentListQuerySchema, documentListSchema } from '#core/contract/documents';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listVisibleDocuments } from '../../services/documents/list.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/documents',
    operationId: 'listDocuments',
    tags: ['Documents'],
    summary: 'List documents in any order, with filters and full-text search',
    request: { query: documentListQuerySchema },
    responses: { 200: json('One page', documentListSchema) },
  },
);

export function mountListDocuments(app: Application): void {
  app.openapi(route, async (c) => c.json(await listVisibleDocuments(signedIn(c), c.req.valid('query')), 200));
}
