import { signInAnswerSchema } from '#core/contract/identity';
import { passkeySignInBodySchema } from '#core/contract/passkeys';
import { answerSignInOutcome } from '../../http/answer-sign-in.ts';
import type { Application } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { signInWithPasskey } from '../../services/passkeys/sign-in.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/passkey-sign-in',
    operationId: 'passkeySignIn',
    tags: ['Identity'],
    summary: 'Sign in with a passkey',
    request: { body: { required: true, content: { 'application/json': { schema: passkeySignInBodySchema } } } },
    responses: {
      200: json('Signed in', signInAnswerSchema),
      ...problems({ 401: 'Not accepted', 409: 'Used by another sign-in meanwhile' }),
    },
  },
);

export function mountPasskeySignIn(app: Application): void {
  app.openapi(route, async (c) => {
    const { response, session } = c.req.valid('json');
    return c.json(answerSignInOutcome(c, session, await signInWithPasskey(c.get('context'), response)), 200);
  });
}
