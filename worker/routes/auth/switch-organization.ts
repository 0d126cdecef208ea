import { signedInSchema, switchOrganizationBodySchema } from '#core/contract/identity';
import { answerSignIn, sessionModeOf } from '../../http/answer-sign-in.ts';
import type { Application } from '../../http/application.ts';
import { signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { switchOrganization } from '../../services/identity/switch-organization.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/auth/switch-organization',
    operationId: 'switchOrganization',
    tags: ['Identity'],
    summary: 'Switch to another organization',
    description: 'Returns a new access token. The refresh token does not change.',
    request: { body: { required: true, content: { 'application/json': { schema: switchOrganizationBodySchema } } } },
    responses: {
      200: json('Signed in there', signedInSchema),
      ...problems({ 404: 'No such organization, or not yours' }),
    },
  },
);

export function mountSwitchOrganization(app: Application): void {
  app.openapi(route, async (c) => {
    const { organization_id } = c.req.valid('json');
    return c.json(answerSignIn(c, sessionModeOf(c), await switchOrganization(signedIn(c), organization_id)), 200);
  });
}
