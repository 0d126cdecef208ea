import { documentResponseSchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { REOPENING } from '../../services/review/reopen.ts';
import { decide } from '../../services/review/transition.ts';
import { documentParameters } from '../documents/parameters.ts';

const route = operation(
  { permission: 'documents.approve', tenant: 'workspace' },
  {
    method: 'post',
    path: '/documents/{id}/reopen',
    operationId: 'reopenDocument',
    tags: ['Review'],
    summary: 'Take an approval or rejection back',
    request: {
      params: documentParameters,
    },
    responses: {
      200: json('The document as it is now', documentResponseSchema),
      ...problems({ 404: 'Not found', 409: 'Not possible in the document’s state, or locked by another person' }),
    },
  },
);

export function mountReopenDocument(app: Application): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    return c.json({ document: await decide(signedIn(c), id, REOPENING) }, 200);
  });
}
