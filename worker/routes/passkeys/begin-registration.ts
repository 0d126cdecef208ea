import { beginPasskeyBodySchema, passkeyOptionsSchema } from '#core/contract/passkeys';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { beginPasskeyRegistration } from '../../services/passkeys/begin-registration.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/auth/passkey-options',
    operationId: 'beginPasskeyRegistration',
    tags: ['Identity'],
    summary: 'Get the options for a new passkey; requires your password or a second factor',
    request: { body: { required: true, content: { 'application/json': { schema: beginPasskeyBodySchema } } } },
    responses: {
      200: json('Options for the browser', passkeyOptionsSchema),
      ...problems({ 503: 'Passkeys are not available here' }),
    },
  },
);

export function mountBeginPasskeyRegistration(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await beginPasskeyRegistration(signedIn(c), c.req.valid('json')), 200);
  });
}
