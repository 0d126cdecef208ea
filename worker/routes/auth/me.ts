import { identitySchema } from '#core/contract/identity';
import type { Application } from '../../http/application.ts';
import { signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { readIdentity } from '../../services/identity/read-identity.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'get',
    path: '/auth/me',
    operationId: 'me',
    tags: ['Identity'],
    summary: 'Get the current user, organization and permissions',
    responses: { 200: json('The identity behind the credential', identitySchema) },
  },
);

export function mountMe(app: Application): void {
  app.openapi(route, async (c) => c.json(await readIdentity(signedIn(c)), 200));
}
