import { signInPolicySchema } from '#core/contract/mfa';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { readSignInPolicyOf } from '../../services/sign-in-policy/read.ts';
import { organizationParameters } from '../organizations/parameters.ts';

const route = operation(
  { permission: 'organization.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/organizations/{id}/sign-in-policy',
    operationId: 'readSignInPolicy',
    tags: ['Organizations'],
    summary: 'Get the second-factor requirement',
    request: { params: organizationParameters },
    responses: { 200: json('The policy', signInPolicySchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountReadSignInPolicy(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await readSignInPolicyOf(signedIn(c), c.req.valid('param').id), 200);
  });
}
