import { documentResponseSchema, rejectBodySchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { rejection } from '../../services/review/reject.ts';
import { decide } from '../../services/review/transition.ts';
import { documentParameters } from '../documents/parameters.ts';

const route = operation(
  { permission: 'documents.approve', tenant: 'workspace' },
  {
    method: 'post',
    path: '/documents/{id}/reject',
    operationId: 'rejectDocument',
    tags: ['Review'],
    summary: 'Reject a document with a reason',
    request: {
      params: documentParameters,
      body: { required: true, content: { 'application/json': { schema: rejectBodySchema } } },
    },
    responses: {
      200: json('The document as it is now', documentResponseSchema),
      ...problems({ 404: 'Not found', 409: 'Not possible in the document’s state, or locked by another person' }),
    },
  },
);

export function mountRejectDocument(app: Application): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const body = c.req.valid('json');
    return c.json({ document: await decide(signedIn(c), id, rejection(signedIn(c), body.reason)) }, 200);
  });
}
