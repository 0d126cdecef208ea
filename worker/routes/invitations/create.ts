import { createInvitationBodySchema, invitationSchema } from '#core/contract/invitations';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { createInvitation } from '../../services/invitations/create.ts';

const route = operation(
  { permission: 'members.invite', tenant: 'organization' },
  {
    method: 'post',
    path: '/invitations',
    operationId: 'createInvitation',
    tags: ['Members'],
    summary: 'Invite an email address to the organization',
    request: { body: { required: true, content: { 'application/json': { schema: createInvitationBodySchema } } } },
    responses: {
      201: json('Invited; the mail is on its way', invitationSchema),
      ...problems({ 409: 'A member, invited already, or as many as the plan allows' }),
    },
  },
);

export function mountCreateInvitation(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await createInvitation(signedIn(c), c.req.valid('json')), 201);
  });
}
