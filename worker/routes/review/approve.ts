import { approveBodySchema, documentResponseSchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { approveDocument } from '../../services/review/approve.ts';
import { documentParameters } from '../documents/parameters.ts';

const route = operation(
  { permission: 'documents.approve', tenant: 'workspace' },
  {
    method: 'post',
    path: '/documents/{id}/approve',
    operationId: 'approveDocument',
    tags: ['Review'],
    summary: 'Approve a document',
    description:
      'Where the organization requires two people, the first approval is recorded in `first_approval` and the status stays. With `version`, a result that was changed since answers `version_conflict`.',
    request: {
      params: documentParameters,
      body: { required: false, content: { 'application/json': { schema: approveBodySchema } } },
    },
    responses: {
      200: json('The document as it is now', documentResponseSchema),
      ...problems({ 404: 'Not found', 409: 'Not possible in the document’s state, or locked by another person' }),
    },
  },
);

export function mountApproveDocument(app: Application): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const body = c.req.valid('json');
    return c.json({ document: await approveDocument(signedIn(c), id, body.version) }, 200);
  });
}
