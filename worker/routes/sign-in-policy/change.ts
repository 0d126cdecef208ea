import { signInPolicySchema } from '#core/contract/mfa';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { changeSignInPolicy } from '../../services/sign-in-policy/change.ts';
import { organizationParameters } from '../organizations/parameters.ts';

const route = operation(
  { permission: 'organization.update', tenant: 'organization' },
  {
    method: 'patch',
    path: '/organizations/{id}/sign-in-policy',
    operationId: 'changeSignInPolicy',
    tags: ['Organizations'],
    summary: 'Require a second factor for nobody, administrators or everyone',
    request: {
      params: organizationParameters,
      body: { required: true, content: { 'application/json': { schema: signInPolicySchema } } },
    },
    responses: { 200: json('The policy as it is now', signInPolicySchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountChangeSignInPolicy(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await changeSignInPolicy(signedIn(c), c.req.valid('param').id, c.req.valid('json')), 200);
  });
}
