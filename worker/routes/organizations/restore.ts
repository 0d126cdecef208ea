import { organizationSchema } from '#core/contract/identity';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { restoreOrganization } from '../../services/organizations/delete.ts';
import { organizationParameters } from './parameters.ts';

const route = operation(
  { permission: 'organization.delete', tenant: 'organization' },
  {
    method: 'post',
    path: '/organizations/{id}/restore',
    operationId: 'restoreOrganization',
    tags: ['Organizations'],
    summary: 'Cancel the deletion of the organization',
    description: 'Possible until `deletes_at`.',
    request: { params: organizationParameters },
    responses: { 200: json('The organization, which stays', organizationSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountRestoreOrganization(app: Application): void {
  app.openapi(route, async (c) => c.json(await restoreOrganization(signedIn(c), c.req.valid('param').id), 200));
}
