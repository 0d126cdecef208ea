import { changePasswordBodySchema } from '#core/contract/account';
import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { changeOwnPassword } from '../../services/identity/change-password.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/auth/change-password',
    operationId: 'changePassword',
    tags: ['Identity'],
    summary: 'Change your password; your other sessions end',
    request: { body: { required: true, content: { 'application/json': { schema: changePasswordBodySchema } } } },
    responses: {
      204: { description: 'Changed' },
      ...problems({ 409: 'Changed elsewhere meanwhile', 503: 'Too many sign-ins at this moment' }),
    },
  },
);

export function mountChangePassword(app: Application): void {
  app.openapi(route, async (c) => {
    await changeOwnPassword(signedIn(c), c.req.valid('json'));
    return c.body(null, 204);
  });
}
