import { registeredPasskeySchema, registerPasskeyBodySchema } from '#core/contract/passkeys';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { registerPasskey } from '../../services/passkeys/register.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/auth/passkeys',
    operationId: 'registerPasskey',
    tags: ['Identity'],
    summary: 'Register a passkey',
    request: { body: { required: true, content: { 'application/json': { schema: registerPasskeyBodySchema } } } },
    responses: {
      201: json('Added', registeredPasskeySchema),
      ...problems({ 409: 'Known already, or enough of them' }),
    },
  },
);

export function mountRegisterPasskey(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await registerPasskey(signedIn(c), c.req.valid('json')), 201);
  });
}
