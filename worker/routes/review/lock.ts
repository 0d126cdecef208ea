import { documentResponseSchema, lockBodySchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { lockDocument } from '../../services/review/lock.ts';
import { documentParameters } from '../documents/parameters.ts';

const route = operation(
  { permission: 'documents.update', tenant: 'workspace' },
  {
    method: 'post',
    path: '/documents/{id}/lock',
    operationId: 'lockDocument',
    tags: ['Review'],
    summary: 'Lock a document for review, or extend the lock',
    description: 'A lock expires 90 seconds after it was taken or extended. Only people hold locks.',
    request: {
      params: documentParameters,
      body: { required: false, content: { 'application/json': { schema: lockBodySchema } } },
    },
    responses: {
      200: json('The document as it is now', documentResponseSchema),
      ...problems({ 404: 'Not found', 409: 'Not possible in the document’s state, or locked by another person' }),
    },
  },
);

export function mountLockDocument(app: Application): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const body = c.req.valid('json');
    return c.json({ document: await lockDocument(signedIn(c), id, body.take_over ?? false) }, 200);
  });
}
