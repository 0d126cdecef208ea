import { signInAnswerSchema } from '#core/contract/identity';
import { verifyMfaBodySchema } from '#core/contract/mfa';
import { answerSignInOutcome } from '../../http/answer-sign-in.ts';
import type { Application } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { signInWithSecondFactor } from '../../services/identity/sign-in-with-second-factor.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/mfa/verify',
    operationId: 'verifyMfa',
    tags: ['Identity'],
    summary: 'Complete a sign-in with a second factor',
    request: { body: { required: true, content: { 'application/json': { schema: verifyMfaBodySchema } } } },
    responses: {
      200: json('Signed in', signInAnswerSchema),
      ...problems({
        401: 'Wrong code, or the sign-in took too long',
        409: 'Used by another sign-in meanwhile',
        429: 'Too many attempts',
      }),
    },
  },
);

export function mountVerifyMfa(app: Application): void {
  app.openapi(route, async (c) => {
    const body = c.req.valid('json');
    return c.json(
      answerSignInOutcome(c, body.session, await signInWithSecondFactor(c.get('context'), body.mfa_token, body)),
      200,
    );
  });
}
