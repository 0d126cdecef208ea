import { invitationSchema } from '#core/contract/invitations';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { resendInvitation } from '../../services/invitations/resend.ts';
import { invitationParameters } from './parameters.ts';

const route = operation(
  { permission: 'members.invite', tenant: 'organization' },
  {
    method: 'post',
    path: '/invitations/{id}/resend',
    operationId: 'resendInvitation',
    tags: ['Members'],
    summary: 'Resend an invitation with a new link',
    request: { params: invitationParameters },
    responses: {
      200: json('Sent again', invitationSchema),
      ...problems({ 404: 'Not found', 409: 'Accepted or revoked' }),
    },
  },
);

export function mountResendInvitation(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await resendInvitation(signedIn(c), c.req.valid('param').id), 200);
  });
}
