import { invitationListQuerySchema, invitationListSchema } from '#core/contract/invitations';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listVisibleInvitations } from '../../services/invitations/list.ts';

const route = operation(
  { permission: 'members.invite', tenant: 'organization' },
  {
    method: 'get',
    path: '/invitations',
    operationId: 'listInvitations',
    tags: ['Members'],
    summary: 'List invitations, newest first',
    request: { query: invitationListQuerySchema },
    responses: { 200: json('One page', invitationListSchema) },
  },
);

export function mountListInvitations(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await listVisibleInvitations(signedIn(c), c.req.valid('query')), 200);
  });
}
