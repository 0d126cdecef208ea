import { documentResponseSchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { deletion } from '../../services/review/delete.ts';
import { decide } from '../../services/review/transition.ts';
import { documentParameters } from '../documents/parameters.ts';

const route = operation(
  { permission: 'documents.delete', tenant: 'workspace' },
  {
    method: 'delete',
    path: '/documents/{id}',
    operationId: 'deleteDocument',
    tags: ['Review'],
    summary: 'Delete a document',
    description:
      'It can be restored until the organization’s grace period is over; after that its rows and files are gone for good.',
    request: {
      params: documentParameters,
    },
    responses: {
      200: json('The document as it is now', documentResponseSchema),
      ...problems({ 404: 'Not found', 409: 'Not possible in the document’s state, or locked by another person' }),
    },
  },
);

export function mountDeleteDocument(app: Application): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    return c.json({ document: await decide(signedIn(c), id, deletion(signedIn(c))) }, 200);
  });
}
