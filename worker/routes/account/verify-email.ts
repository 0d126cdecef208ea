import { verifyEmailBodySchema } from '#core/contract/account';
import type { Application } from '../../http/application.ts';
import { callerIfAny } from '../../http/authorize.ts';
import { operation, problems } from '../../http/operation.ts';
import { verifyEmail } from '../../services/identity/verify-email.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/verify-email',
    operationId: 'verifyEmail',
    tags: ['Identity'],
    summary: 'Confirm an email address with an emailed link',
    description:
      'Call it in a session of the account, or give its password. The first proof of an address ends the other sessions; unless the session that registered brings it, also second factors, passkeys, linked accounts and API keys added before.',
    request: { body: { required: true, content: { 'application/json': { schema: verifyEmailBodySchema } } } },
    responses: {
      204: { description: 'Confirmed' },
      ...problems({
        403: 'Neither a session of the account nor its password',
        410: 'The link no longer works',
        429: 'Too many attempts',
        503: 'Too many sign-ins at this moment',
      }),
    },
  },
);

export function mountVerifyEmail(app: Application): void {
  app.openapi(route, async (c) => {
    await verifyEmail(c.get('context'), c.req.valid('json'), await callerIfAny(c));
    return c.body(null, 204);
  });
}
