import { reviewPolicySchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { showReviewPolicy } from '../../services/review/policy.ts';

const route = operation(
  { permission: 'organization.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/review/policy',
    operationId: 'showReviewPolicy',
    tags: ['Review'],
    summary: 'Get the review policy',
    responses: {
      200: json('The policy', reviewPolicySchema),
      ...problems({ 400: 'Bad request' }),
    },
  },
);

export function mountShowReviewPolicy(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await showReviewPolicy(signedIn(c)), 200);
  });
}
