import { undoResponseSchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { undoLast } from '../../services/review/undo.ts';
import { documentParameters } from '../documents/parameters.ts';

const route = operation(
  { permission: 'documents.update', tenant: 'workspace' },
  {
    method: 'post',
    path: '/documents/{id}/undo',
    operationId: 'undoReview',
    tags: ['Review'],
    summary: 'Undo your own last correction, approval or rejection',
    description: 'Possible for the time that the review policy sets, and while the document was not exported.',
    request: {
      params: documentParameters,
    },
    responses: {
      200: json('The document as it is now', undoResponseSchema),
      ...problems({ 404: 'Not found', 409: 'Not possible in the document’s state, or locked by another person' }),
    },
  },
);

export function mountUndoReview(app: Application): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await undoLast(signedIn(c), id), 200);
  });
}
