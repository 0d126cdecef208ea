import { reconfirmBodySchema } from '#core/contract/mfa';
import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { removeOwnPasskey } from '../../services/passkeys/remove.ts';
import { passkeyParameters } from './parameters.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/auth/passkeys/{id}/remove',
    operationId: 'removePasskey',
    tags: ['Identity'],
    summary: 'Remove a passkey; requires your password or a second factor',
    request: {
      params: passkeyParameters,
      body: { required: true, content: { 'application/json': { schema: reconfirmBodySchema } } },
    },
    responses: {
      204: { description: 'Removed' },
      ...problems({ 404: 'Not found', 503: 'Too many sign-ins at this moment' }),
    },
  },
);

export function mountRemovePasskey(app: Application): void {
  app.openapi(route, async (c) => {
    await removeOwnPasskey(signedIn(c), c.req.valid('param').id, c.req.valid('json'));
    return c.body(null, 204);
  });
}
