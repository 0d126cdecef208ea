import { reviewPolicySchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { changeReviewPolicy } from '../../services/review/policy.ts';

const route = operation(
  { permission: 'rules.manage', tenant: 'organization' },
  {
    method: 'put',
    path: '/review/policy',
    operationId: 'changeReviewPolicy',
    tags: ['Review'],
    summary: 'Change the review policy',
    request: {
      body: { required: true, content: { 'application/json': { schema: reviewPolicySchema } } },
    },
    responses: {
      200: json('The policy as it is now', reviewPolicySchema),
      ...problems({ 400: 'Bad request' }),
    },
  },
);

export function mountChangeReviewPolicy(app: Application): void {
  app.openapi(route, async (c) => {
    const body = c.req.valid('json');
    return c.json(await changeReviewPolicy(signedIn(c), body), 200);
  });
}
