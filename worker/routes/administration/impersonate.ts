import { impersonateBodySchema } from '#core/contract/administration';
import { signedInSchema } from '#core/contract/identity';
import { answerSignIn, sessionModeOf } from '../../http/answer-sign-in.ts';
import { type Application, administrator } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { impersonate } from '../../services/administration/impersonate.ts';
import { administratedParameters } from './parameters.ts';

const route = operation(
  { permission: 'system_administrator', tenant: 'system' },
  {
    method: 'post',
    path: '/admin/users/{id}/impersonate',
    operationId: 'impersonateUser',
    tags: ['Administration'],
    summary: 'Start an impersonation',
    description:
      'The token carries `act`, cannot be refreshed, and lacks what is sensitive. Begin and end are told in the trail of the organization. In a browser the refresh cookie stays your own.',
    request: {
      params: administratedParameters,
      body: { required: true, content: { 'application/json': { schema: impersonateBodySchema } } },
    },
    responses: {
      200: json('Working as them', signedInSchema),
      ...problems({ 404: 'No such person, or no active member there' }),
    },
  },
);

export function mountImpersonateUser(app: Application): void {
  app.openapi(route, async (c) => {
    const signIn = await impersonate(administrator(c), c.req.valid('param').id, c.req.valid('json'));
    return c.json(answerSignIn(c, sessionModeOf(c), signIn), 200);
  });
}
