import { nextReviewBodySchema, nextReviewSchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { nextReview } from '../../services/review/next.ts';

const route = operation(
  { permission: 'documents.update', tenant: 'workspace' },
  {
    method: 'post',
    path: '/review/next',
    operationId: 'nextReview',
    tags: ['Review'],
    summary: 'Get the next document of the queue, locked for you',
    description:
      'Two people are never handed the same document. Documents assigned to you come first; those assigned to others are left to them.',
    request: {
      body: { required: false, content: { 'application/json': { schema: nextReviewBodySchema } } },
    },
    responses: {
      200: json('The document, or null at the end of the queue', nextReviewSchema),
      ...problems({ 400: 'Bad request' }),
    },
  },
);

export function mountNextReview(app: Application): void {
  app.openapi(route, async (c) => {
    // Without a body nothing was validated, so the defaults are not there yet.
    const body = nextReviewBodySchema.parse(c.req.valid('json'));
    return c.json(await nextReview(signedIn(c), body), 200);
  });
}
