import { grantListQuerySchema, grantListSchema } from '#core/contract/grants';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listVisibleGrants } from '../../services/grants/list.ts';

const route = operation(
  { permission: 'workspaces.manage', tenant: 'workspace' },
  {
    method: 'get',
    path: '/grants',
    operationId: 'listGrants',
    tags: ['Workspaces'],
    summary: 'List active grants',
    description: 'Name an object you manage. Listing all grants requires `members.manage`.',
    request: { query: grantListQuerySchema },
    responses: { 200: json('One page, the newest first', grantListSchema) },
  },
);

export function mountListGrants(app: Application): void {
  app.openapi(route, async (c) => c.json(await listVisibleGrants(signedIn(c), c.req.valid('query')), 200));
}
