import { documentCountsQuerySchema, documentCountsSchema } from '#core/contract/documents';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { countVisibleDocuments } from '../../services/documents/count.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/documents/counts',
    operationId: 'countDocuments',
    tags: ['Documents'],
    summary: 'Count documents per status',
    description: 'Takes the filters of the list, except the status.',
    request: { query: documentCountsQuerySchema },
    responses: { 200: json('Documents of each status', documentCountsSchema) },
  },
);

export function mountCountDocuments(app: Application): void {
  app.openapi(route, async (c) => c.json(await countVisibleDocuments(signedIn(c), c.req.valid('query')), 200));
}
