import { organizationSchema } from '#core/contract/identity';
import { invitationTokenBodySchema } from '#core/contract/invitations';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { acceptInvitation } from '../../services/invitations/accept.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/auth/invitation/accept',
    operationId: 'acceptInvitation',
    tags: ['Members'],
    summary: 'Accept an invitation sent to your email address',
    request: { body: { required: true, content: { 'application/json': { schema: invitationTokenBodySchema } } } },
    responses: {
      200: json('The organization; switch to it to work there', organizationSchema),
      ...problems({ 409: 'A member already, or as many as the plan allows', 410: 'The link no longer works' }),
    },
  },
);

export function mountAcceptInvitation(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await acceptInvitation(signedIn(c), c.req.valid('json').token), 200);
  });
}
