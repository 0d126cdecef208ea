import { type Application, administrator } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { resetMfa } from '../../services/administration/users.ts';
import { administratedParameters } from './parameters.ts';

const route = operation(
  { permission: 'system_administrator', tenant: 'system' },
  {
    method: 'post',
    path: '/admin/users/{id}/reset-mfa',
    operationId: 'resetMfa',
    tags: ['Administration'],
    summary: 'Reset the second factors of a user',
    description: 'Removes the authenticator app, recovery codes and passkeys, and ends all sessions of the user.',
    request: { params: administratedParameters },
    responses: { 204: { description: 'Reset' }, ...problems({ 404: 'Not found', 409: 'Yourself' }) },
  },
);

export function mountResetMfa(app: Application): void {
  app.openapi(route, async (c) => {
    await resetMfa(administrator(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
