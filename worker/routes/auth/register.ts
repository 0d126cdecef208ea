import { registerBodySchema, registrationPendingSchema, signedInSchema } from '#core/contract/identity';
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
    summary: 'Create an account and its organization, and sign in',
    request: { body: { required: true, content: { 'application/json': { schema: registerBodySchema } } } },
    responses: {
      201: json('Registered and signed in', signedInSchema),
      202: json('Registered; the account waits', registrationPendingSchema),
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
    const registration = await register(c.get('context'), body);
    if (registration.kind === 'waiting')
      return c.json({ registered: true as const, waits_for: registration.waitsFor }, 202);
    return c.json(answerSignIn(c, body.session, registration.signIn), 201);
  });
}
