import { bulkBodySchema, bulkResponseSchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { decideOnMany } from '../../services/review/bulk.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'post',
    path: '/documents/bulk',
    operationId: 'decideOnDocuments',
    tags: ['Review'],
    summary: 'Decide on up to 500 documents at once',
    description:
      'Requires the permission of the action. Each document is decided on its own: one that is refused keeps no other.',
    request: {
      body: { required: true, content: { 'application/json': { schema: bulkBodySchema } } },
    },
    responses: {
      200: json('What became of each document', bulkResponseSchema),
      ...problems({ 400: 'Bad request' }),
    },
  },
);

export function mountDecideOnDocuments(app: Application): void {
  app.openapi(route, async (c) => {
    const body = c.req.valid('json');
    return c.json(await decideOnMany(signedIn(c), body), 200);
  });
}
