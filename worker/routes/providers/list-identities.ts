import { linkedIdentityListSchema } from '#core/contract/providers';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listOwnIdentities } from '../../services/providers/linked.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'get',
    path: '/auth/identities',
    operationId: 'listIdentities',
    tags: ['Identity'],
    summary: 'List linked provider accounts',
    responses: { 200: json('All of them', linkedIdentityListSchema) },
  },
);

export function mountListIdentities(app: Application): void {
  app.openapi(route, async (c) => c.json({ data: await listOwnIdentities(signedIn(c)) }, 200));
}
