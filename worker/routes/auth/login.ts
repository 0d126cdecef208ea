import { loginBodySchema, signInAnswerSchema } from '#core/contract/identity';
import { answerAdmission } from '../../http/answer-sign-in.ts';
import type { Application } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { logIn } from '../../services/identity/log-in.ts';

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
    return c.json(answerAdmission(c, body.session, await logIn(c.get('context'), body)), 200);
  });
}
