import { pageQuerySchema } from '#core/contract/list';
import { commentListSchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { listDocumentComments } from '../../services/review/comments.ts';
import { documentParameters } from '../documents/parameters.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/documents/{id}/comments',
    operationId: 'listComments',
    tags: ['Review'],
    summary: 'List the comments on a document, oldest first',
    request: { params: documentParameters, query: pageQuerySchema },
    responses: { 200: json('One page', commentListSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountListComments(app: Application): void {
  app.openapi(route, async (c) => {
    const comments = await listDocumentComments(signedIn(c), c.req.valid('param').id, c.req.valid('query'));
    return c.json(comments, 200);
  });
}
