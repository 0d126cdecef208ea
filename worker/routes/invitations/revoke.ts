import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { revokeVisibleInvitation } from '../../services/invitations/revoke.ts';
import { invitationParameters } from './parameters.ts';

const route = operation(
  { permission: 'members.invite', tenant: 'organization' },
  {
    method: 'delete',
    path: '/invitations/{id}',
    operationId: 'revokeInvitation',
    tags: ['Members'],
    summary: 'Revoke an invitation',
    request: { params: invitationParameters },
    responses: { 204: { description: 'Revoked' }, ...problems({ 404: 'Not found' }) },
  },
);

export function mountRevokeInvitation(app: Application): void {
  app.openapi(route, async (c) => {
    await revokeVisibleInvitation(signedIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
