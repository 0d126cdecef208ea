import { organizationSchema } from '#core/contract/identity';
import { updateOrganizationBodySchema } from '#core/contract/organizations';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { updateOwnOrganization } from '../../services/organizations/update.ts';
import { organizationParameters } from './parameters.ts';

const route = operation(
  { permission: 'organization.update', tenant: 'organization' },
  {
    method: 'patch',
    path: '/organizations/{id}',
    operationId: 'updateOrganization',
    tags: ['Organizations'],
    summary: 'Change the name or the slug of the organization you work in',
    request: {
      params: organizationParameters,
      body: { required: true, content: { 'application/json': { schema: updateOrganizationBodySchema } } },
    },
    responses: {
      200: json('The organization as it is now', organizationSchema),
      ...problems({ 404: 'Not found', 409: 'The slug is taken' }),
    },
  },
);

export function mountUpdateOrganization(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await updateOwnOrganization(signedIn(c), c.req.valid('param').id, c.req.valid('json')), 200);
  });
}
