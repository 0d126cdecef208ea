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
    summary: 'Decide that the organization ends',
    description: 'Until `deletes_at` everything works and an owner can take it back; then everything in it is gone.',
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
