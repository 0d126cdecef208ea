import { documentResponseSchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { policyOf } from '../../services/review/policy.ts';
import { restoration } from '../../services/review/restore.ts';
import { decide } from '../../services/review/transition.ts';
import { documentParameters } from '../documents/parameters.ts';

const route = operation(
  { permission: 'documents.delete', tenant: 'workspace' },
  {
    method: 'post',
    path: '/documents/{id}/restore',
    operationId: 'restoreDocument',
    tags: ['Review'],
    summary: 'Restore a deleted document',
    request: {
      params: documentParameters,
    },
    responses: {
      200: json('The document as it is now', documentResponseSchema),
      ...problems({ 404: 'Not found', 409: 'Not possible in the document’s state, or locked by another person' }),
    },
  },
);

export function mountRestoreDocument(app: Application): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(
      { document: await decide(signedIn(c), id, restoration(signedIn(c), await policyOf(signedIn(c)))) },
      200,
    );
  });
}
