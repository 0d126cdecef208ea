import { reconfirmBodySchema } from '#core/contract/mfa';
import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { removeOwnTotp } from '../../services/mfa/remove-totp.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/auth/mfa/totp/remove',
    operationId: 'removeTotp',
    tags: ['Identity'],
    summary: 'Remove the authenticator app',
    description: 'Requires your password or a second factor.',
    request: { body: { required: true, content: { 'application/json': { schema: reconfirmBodySchema } } } },
    responses: {
      204: { description: 'Done' },
      ...problems({ 409: 'There is none', 503: 'Too many sign-ins at this moment' }),
    },
  },
);

export function mountRemoveTotp(app: Application): void {
  app.openapi(route, async (c) => {
    await removeOwnTotp(signedIn(c), c.req.valid('json'));
    return c.body(null, 204);
  });
}
