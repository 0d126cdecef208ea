import { resetPasswordBodySchema } from '#core/contract/account';
import type { Application } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { resetForgottenPassword } from '../../services/identity/reset-password.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/reset-password',
    operationId: 'resetPassword',
    tags: ['Identity'],
    summary: 'Reset the password with an emailed link',
    request: { body: { required: true, content: { 'application/json': { schema: resetPasswordBodySchema } } } },
    responses: {
      204: { description: 'Reset; all sessions of the user have ended' },
      ...problems({ 410: 'The link no longer works', 503: 'Too many sign-ins at this moment' }),
    },
  },
);

export function mountResetPassword(app: Application): void {
  app.openapi(route, async (c) => {
    const { token, password } = c.req.valid('json');
    await resetForgottenPassword(c.get('context'), token, password);
    return c.body(null, 204);
  });
}
