import { invitationPreviewSchema, invitationTokenBodySchema } from '#core/contract/invitations';
import type { Application } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { previewInvitation } from '../../services/invitations/preview.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/invitation',
    operationId: 'previewInvitation',
    tags: ['Identity'],
    summary: 'Preview an invitation',
    request: { body: { required: true, content: { 'application/json': { schema: invitationTokenBodySchema } } } },
    responses: {
      200: json('The invitation', invitationPreviewSchema),
      ...problems({ 410: 'The link no longer works' }),
    },
  },
);

export function mountPreviewInvitation(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await previewInvitation(c.get('context'), c.req.valid('json').token), 200);
  });
}
