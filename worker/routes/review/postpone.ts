import { documentResponseSchema, postponeBodySchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { postponement } from '../../services/review/postpone.ts';
import { decide } from '../../services/review/transition.ts';
import { documentParameters } from '../documents/parameters.ts';

const route = operation(
  { permission: 'documents.update', tenant: 'workspace' },
  {
    method: 'post',
    path: '/documents/{id}/postpone',
    operationId: 'postponeDocument',
    tags: ['Review'],
    summary: 'Keep a document out of the review queue for a time',
    request: {
      params: documentParameters,
      body: { required: true, content: { 'application/json': { schema: postponeBodySchema } } },
    },
    responses: {
      200: json('The document as it is now', documentResponseSchema),
      ...problems({ 404: 'Not found', 409: 'Not possible in the document’s state, or locked by another person' }),
    },
  },
);

export function mountPostponeDocument(app: Application): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const body = c.req.valid('json');
    return c.json({ document: await decide(signedIn(c), id, postponement(signedIn(c), body.until)) }, 200);
  });
}
