import { assignBodySchema, documentResponseSchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { assignDocument } from '../../services/review/assign.ts';
import { documentParameters } from '../documents/parameters.ts';

const route = operation(
  { permission: 'documents.assign', tenant: 'workspace' },
  {
    method: 'post',
    path: '/documents/{id}/assign',
    operationId: 'assignDocument',
    tags: ['Review'],
    summary: 'Assign a document to a member, or to nobody',
    request: {
      params: documentParameters,
      body: { required: true, content: { 'application/json': { schema: assignBodySchema } } },
    },
    responses: {
      200: json('The document as it is now', documentResponseSchema),
      ...problems({ 404: 'Not found', 409: 'Not possible in the document’s state, or locked by another person' }),
    },
  },
);

export function mountAssignDocument(app: Application): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const body = c.req.valid('json');
    return c.json({ document: await assignDocument(signedIn(c), id, body.user_id) }, 200);
  });
}
