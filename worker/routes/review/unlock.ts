import { documentResponseSchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { unlockDocument } from '../../services/review/lock.ts';
import { documentParameters } from '../documents/parameters.ts';

const route = operation(
  { permission: 'documents.update', tenant: 'workspace' },
  {
    method: 'post',
    path: '/documents/{id}/unlock',
    operationId: 'unlockDocument',
    tags: ['Review'],
    summary: 'Give up a lock',
    request: {
      params: documentParameters,
    },
    responses: {
      200: json('The document as it is now', documentResponseSchema),
      ...problems({ 404: 'Not found', 409: 'Not possible in the document’s state, or locked by another person' }),
    },
  },
);

export function mountUnlockDocument(app: Application): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    return c.json({ document: await unlockDocument(signedIn(c), id) }, 200);
  });
}
