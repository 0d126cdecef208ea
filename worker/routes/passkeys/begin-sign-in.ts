import { passkeyOptionsSchema } from '#core/contract/passkeys';
import type { Application } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { beginPasskeySignIn } from '../../services/passkeys/begin-sign-in.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/passkey-sign-in/options',
    operationId: 'beginPasskeySignIn',
    tags: ['Identity'],
    summary: 'Get the options for signing in with a passkey',
    responses: {
      200: json('Options for the browser', passkeyOptionsSchema),
      ...problems({ 429: 'Too many attempts', 503: 'Passkeys are not available here' }),
    },
  },
);

export function mountBeginPasskeySignIn(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await beginPasskeySignIn(c.get('context')), 200);
  });
}
