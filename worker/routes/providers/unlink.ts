import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { unlinkOwnIdentity } from '../../services/providers/linked.ts';
import { linkedIdentityParameters } from './parameters.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'delete',
    path: '/auth/identities/{id}',
    operationId: 'unlinkIdentity',
    tags: ['Identity'],
    summary: 'Unlink an account elsewhere',
    request: { params: linkedIdentityParameters },
    responses: {
      204: { description: 'Unlinked' },
      ...problems({ 404: 'Not found', 409: 'It is the only way to sign in' }),
    },
  },
);

export function mountUnlinkIdentity(app: Application): void {
  app.openapi(route, async (c) => {
    await unlinkOwnIdentity(signedIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
