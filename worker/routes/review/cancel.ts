import { documentResponseSchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { cancellation } from '../../services/review/cancel.ts';
import { decide } from '../../services/review/transition.ts';
import { documentParameters } from '../documents/parameters.ts';

const route = operation(
  { permission: 'documents.reprocess', tenant: 'workspace' },
  {
    method: 'post',
    path: '/documents/{id}/cancel',
    operationId: 'cancelDocument',
    tags: ['Review'],
    summary: 'Cancel the processing of a document',
    description: 'The document ends as `failed` with the code `cancelled`; its original is kept.',
    request: {
      params: documentParameters,
    },
    responses: {
      200: json('The document as it is now', documentResponseSchema),
      ...problems({ 404: 'Not found', 409: 'Not possible in the document’s state, or locked by another person' }),
    },
  },
);

export function mountCancelDocument(app: Application): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    return c.json({ document: await decide(signedIn(c), id, cancellation(signedIn(c))) }, 200);
  });
}
