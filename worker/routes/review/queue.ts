import { reviewQueueQuerySchema, reviewQueueSchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { showReviewQueue } from '../../services/review/queue.ts';

const route = operation(
  { permission: 'documents.update', tenant: 'workspace' },
  {
    method: 'get',
    path: '/review/queue',
    operationId: 'showReviewQueue',
    tags: ['Review'],
    summary: 'Show the review queue',
    request: { query: reviewQueueQuerySchema },
    responses: {
      200: json('Counts and one page', reviewQueueSchema),
      ...problems({ 400: 'Bad request' }),
    },
  },
);

export function mountShowReviewQueue(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await showReviewQueue(signedIn(c), c.req.valid('query')), 200);
  });
}
