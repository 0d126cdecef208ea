import { administratedOrganizationSchema, administrateOrganizationBodySchema } from '#core/contract/administration';
import { type Application, administrator } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { changeAnyOrganization } from '../../services/administration/organizations.ts';
import { administratedParameters } from './parameters.ts';

const route = operation(
  { permission: 'system_administrator', tenant: 'system' },
  {
    method: 'patch',
    path: '/admin/organizations/{id}',
    operationId: 'administrateOrganization',
    tags: ['Administration'],
    summary: 'Change the plan; suspend or reactivate an organization',
    request: {
      params: administratedParameters,
      body: { required: true, content: { 'application/json': { schema: administrateOrganizationBodySchema } } },
    },
    responses: {
      200: json('The organization as it is now', administratedOrganizationSchema),
      ...problems({ 404: 'Not found', 409: 'Being deleted, or changed meanwhile' }),
    },
  },
);

export function mountAdministrateOrganization(app: Application): void {
  app.openapi(route, async (c) =>
    c.json(await changeAnyOrganization(administrator(c), c.req.valid('param').id, c.req.valid('json')), 200),
  );
}
