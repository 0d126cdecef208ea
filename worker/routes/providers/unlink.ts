import { reconfirmBodySchema } from '#core/contract/mfa';
import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { unlinkOwnIdentity } from '../../services/providers/linked.ts';
import { linkedIdentityParameters } from './parameters.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/auth/identities/{id}/remove',
    operationId: 'unlinkIdentity',
    tags: ['Identity'],
    summary: 'Unlink a provider account; requires your password or a second factor',
    request: {
      params: linkedIdentityParameters,
      body: { required: true, content: { 'application/json': { schema: reconfirmBodySchema } } },
    },
    responses: {
      204: { description: 'Unlinked' },
      ...problems({ 404: 'Not found', 409: 'It is the only way to sign in', 503: 'Too many sign-ins at this moment' }),
    },
  },
);

export function mountUnlinkIdentity(app: Application): void {
  app.openapi(route, async (c) => {
    await unlinkOwnIdentity(signedIn(c), c.req.valid('param').id, c.req.valid('json'));
    return c.body(null, 204);
  });
}
