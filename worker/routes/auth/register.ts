import { registerBodySchema, signedInSchema } from '#core/contract/identity';
import { answerSignIn } from '../../http/answer-sign-in.ts';
import type { Application } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { register } from '../../services/identity/register.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/register',
    operationId: 'register',
    tags: ['Identity'],
    summary: 'Create an account with an organization of its own, and sign in',
    request: { body: { required: true, content: { 'application/json': { schema: registerBodySchema } } } },
    responses: {
      201: json('Registered and signed in', signedInSchema),
      ...problems({
        409: 'The e-mail is taken',
        429: 'Too many registrations',
        503: 'Too many sign-ins at this moment',
      }),
    },
  },
);

export function mountRegister(app: Application): void {
  app.openapi(route, async (c) => {
    const body = c.req.valid('json');
    return c.json(answerSignIn(c, body.session, await register(c.get('context'), body)), 201);
  });
}
