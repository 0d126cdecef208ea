import { memberListQuerySchema, memberListSchema } from '#core/contract/members';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listVisibleMembers } from '../../services/members/list.ts';

const route = operation(
  { permission: 'members.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/members',
    operationId: 'listMembers',
    tags: ['Members'],
    summary: 'List the members of the organization',
    request: { query: memberListQuerySchema },
    responses: { 200: json('One page, the first joined first', memberListSchema) },
  },
);

export function mountListMembers(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await listVisibleMembers(signedIn(c), c.req.valid('query')), 200);
  });
}
