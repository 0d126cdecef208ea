import { organizationSchema } from '#core/contract/identity';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { deleteOrganization } from '../../services/organizations/delete.ts';
import { organizationParameters } from './parameters.ts';

const route = operation(
  { permission: 'organization.delete', tenant: 'organization' },
  {
    method: 'delete',
    path: '/organizations/{id}',
    operationId: 'deleteOrganization',
    tags: ['Organizations'],
    summary: 'Schedule the deletion of the organization',
    description:
      'The organization keeps working until `deletes_at` and an owner can cancel the deletion. Then all its data is deleted.',
    request: { params: organizationParameters },
    responses: {
      200: json('The organization, with the day it ends', organizationSchema),
      ...problems({ 404: 'Not found' }),
    },
  },
);

export function mountDeleteOrganization(app: Application): void {
  app.openapi(route, async (c) => c.json(await deleteOrganization(signedIn(c), c.req.valid('param').id), 200));
}
