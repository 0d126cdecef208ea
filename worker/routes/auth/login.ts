import { loginBodySchema, signInAnswerSchema } from '#core/contract/identity';
import { answerSignInOutcome } from '../../http/answer-sign-in.ts';
import type { Application } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { signInWithPassword } from '../../services/identity/sign-in-with-password.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/login',
    operationId: 'login',
    tags: ['Identity'],
    summary: 'Sign in with email and password',
    request: { body: { required: true, content: { 'application/json': { schema: loginBodySchema } } } },
    responses: {
      200: json('Signed in, or one more step is needed', signInAnswerSchema),
      ...problems({
        401: 'Incorrect email or password',
        429: 'Too many attempts',
        503: 'Too many sign-ins at this moment',
      }),
    },
  },
);

export function mountLogin(app: Application): void {
  app.openapi(route, async (c) => {
    const body = c.req.valid('json');
    return c.json(answerSignInOutcome(c, body.session, await signInWithPassword(c.get('context'), body)), 200);
  });
}
