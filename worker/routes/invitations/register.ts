import { signInAnswerSchema } from '#core/contract/identity';
import { registerByInvitationBodySchema } from '#core/contract/invitations';
import { answerSignInOutcome } from '../../http/answer-sign-in.ts';
import type { Application } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { registerWithInvitation } from '../../services/invitations/register.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/invitation/register',
    operationId: 'registerByInvitation',
    tags: ['Identity'],
    summary: 'Create an account from an invitation and sign in',
    request: { body: { required: true, content: { 'application/json': { schema: registerByInvitationBodySchema } } } },
    responses: {
      201: json('Registered, joined and signed in', signInAnswerSchema),
      ...problems({
        409: 'The address has an account',
        410: 'The link no longer works',
        503: 'Too many sign-ins at this moment',
      }),
    },
  },
);

export function mountRegisterByInvitation(app: Application): void {
  app.openapi(route, async (c) => {
    const body = c.req.valid('json');
    return c.json(answerSignInOutcome(c, body.session, await registerWithInvitation(c.get('context'), body)), 201);
  });
}
