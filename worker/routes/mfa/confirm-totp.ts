import { confirmTotpBodySchema, recoveryCodesSchema } from '#core/contract/mfa';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { confirmOwnTotp } from '../../services/mfa/confirm-totp.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/auth/mfa/totp/confirm',
    operationId: 'confirmTotp',
    tags: ['Identity'],
    summary: 'Confirm the authenticator app with a code; your other sessions end',
    request: { body: { required: true, content: { 'application/json': { schema: confirmTotpBodySchema } } } },
    responses: {
      200: json('The recovery codes, shown this once', recoveryCodesSchema),
      ...problems({ 409: 'None waits to be confirmed' }),
    },
  },
);

export function mountConfirmTotp(app: Application): void {
  app.openapi(route, async (c) => {
    const codes = await confirmOwnTotp(signedIn(c), c.req.valid('json').code);
    return c.json({ recovery_codes: [...codes] }, 200);
  });
}
