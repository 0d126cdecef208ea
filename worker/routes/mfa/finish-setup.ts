import { finishMfaSetupBodySchema, signedInWithCodesSchema } from '#core/contract/mfa';
import { answerSignIn } from '../../http/answer-sign-in.ts';
import type { Application } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { finishSetUp } from '../../services/mfa/set-up-at-sign-in.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/mfa/setup/confirm',
    operationId: 'finishMfaSetup',
    tags: ['Identity'],
    summary: 'Confirm the set-up with a code and sign in',
    request: { body: { required: true, content: { 'application/json': { schema: finishMfaSetupBodySchema } } } },
    responses: {
      200: json('Signed in; the recovery codes are shown this once', signedInWithCodesSchema),
      ...problems({
        401: 'Wrong code, or the sign-in took too long',
        409: 'Set up meanwhile',
        429: 'Too many attempts',
      }),
    },
  },
);

export function mountFinishMfaSetup(app: Application): void {
  app.openapi(route, async (c) => {
    const { mfa_token, code, session } = c.req.valid('json');
    const { signIn, recoveryCodes } = await finishSetUp(c.get('context'), mfa_token, code);
    return c.json({ ...answerSignIn(c, session, signIn), recovery_codes: [...recoveryCodes] }, 200);
  });
}
