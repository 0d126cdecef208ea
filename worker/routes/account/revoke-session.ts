import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { revokeOwnSession } from '../../services/identity/revoke-session.ts';
import { sessionParameters } from './parameters.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'delete',
    path: '/auth/sessions/{id}',
    operationId: 'revokeSession',
    tags: ['Identity'],
    summary: 'Revoke a session',
    request: { params: sessionParameters },
    responses: { 204: { description: 'Ended' }, ...problems({ 404: 'Not found' }) },
  },
);

export function mountRevokeSession(app: Application): void {
  app.openapi(route, async (c) => {
    await revokeOwnSession(signedIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
