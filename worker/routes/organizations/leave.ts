import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { leaveOrganization } from '../../services/organizations/leave.ts';
import { organizationParameters } from './parameters.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'organization' },
  {
    method: 'post',
    path: '/organizations/{id}/leave',
    operationId: 'leaveOrganization',
    tags: ['Organizations'],
    summary: 'Leave the organization you work in',
    request: { params: organizationParameters },
    responses: {
      204: { description: 'Left' },
      ...problems({ 404: 'Not found', 409: 'You are the last owner' }),
    },
  },
);

export function mountLeaveOrganization(app: Application): void {
  app.openapi(route, async (c) => {
    await leaveOrganization(signedIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
