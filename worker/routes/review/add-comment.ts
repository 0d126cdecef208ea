import { commentBodySchema, commentSchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { addComment } from '../../services/review/comments.ts';
import { documentParameters } from '../documents/parameters.ts';

const route = operation(
  { permission: 'documents.update', tenant: 'workspace' },
  {
    method: 'post',
    path: '/documents/{id}/comments',
    operationId: 'addComment',
    tags: ['Review'],
    summary: 'Comment on a document',
    request: {
      params: documentParameters,
      body: { required: true, content: { 'application/json': { schema: commentBodySchema } } },
    },
    responses: { 201: json('The comment', commentSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountAddComment(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await addComment(signedIn(c), c.req.valid('param').id, c.req.valid('json').text), 201);
  });
}
