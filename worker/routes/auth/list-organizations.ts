import { organizationListSchema } from '#core/contract/identity';
import type { Application } from '../../http/application.ts';
import { signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listOrganizations } from '../../services/identity/read-identity.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'get',
    path: '/organizations',
    operationId: 'listOrganizations',
    tags: ['Identity'],
    summary: 'List your organizations',
    responses: { 200: json('All of them, the first joined first', organizationListSchema) },
  },
);

export function mountListOrganizations(app: Application): void {
  app.openapi(route, async (c) =>
    c.json({ data: [...(await listOrganizations(signedIn(c)))], next_cursor: null }, 200),
  );
}
