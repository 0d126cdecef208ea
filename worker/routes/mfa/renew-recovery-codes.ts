import { reconfirmBodySchema, recoveryCodesSchema } from '#core/contract/mfa';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { renewRecoveryCodes } from '../../services/mfa/renew-recovery-codes.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/auth/mfa/recovery-codes',
    operationId: 'renewRecoveryCodes',
    tags: ['Identity'],
    summary: 'Replace your recovery codes',
    description: 'Requires your password or a second factor.',
    request: { body: { required: true, content: { 'application/json': { schema: reconfirmBodySchema } } } },
    responses: {
      200: json('The recovery codes, shown this once', recoveryCodesSchema),
      ...problems({ 409: 'There is no second factor', 503: 'Too many sign-ins at this moment' }),
    },
  },
);

export function mountRenewRecoveryCodes(app: Application): void {
  app.openapi(route, async (c) => {
    const codes = await renewRecoveryCodes(signedIn(c), c.req.valid('json'));
    return c.json({ recovery_codes: [...codes] }, 200);
  });
}
