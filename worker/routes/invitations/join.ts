import { signInAnswerSchema } from '#core/contract/identity';
import { joinByInvitationBodySchema } from '#core/contract/invitations';
import { answerSignInOutcome } from '../../http/answer-sign-in.ts';
import type { Application } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { joinWithInvitation } from '../../services/invitations/join.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/invitation/join',
    operationId: 'joinByInvitation',
    tags: ['Identity'],
    summary: 'Accept an invitation to complete a sign-in without an organization',
    description: 'Requires the `join_token` that the sign-in returned with `organization_required`.',
    request: { body: { required: true, content: { 'application/json': { schema: joinByInvitationBodySchema } } } },
    responses: {
      200: json('Joined and signed in, or one more step is needed', signInAnswerSchema),
      ...problems({
        401: 'The sign-in took too long or was finished already',
        409: 'A member already, or as many as the plan allows',
        410: 'The link no longer works',
        429: 'Too many attempts',
      }),
    },
  },
);

export function mountJoinByInvitation(app: Application): void {
  app.openapi(route, async (c) => {
    const body = c.req.valid('json');
    return c.json(answerSignInOutcome(c, body.session, await joinWithInvitation(c.get('context'), body)), 200);
  });
}
