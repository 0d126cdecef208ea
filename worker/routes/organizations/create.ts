import { organizationSchema } from '#core/contract/identity';
import { createOrganizationBodySchema } from '#core/contract/organizations';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { createOrganization } from '../../services/organizations/create.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/organizations',
    operationId: 'createOrganization',
    tags: ['Organizations'],
    summary: 'Create another organization, owned by you',
    request: { body: { required: true, content: { 'application/json': { schema: createOrganizationBodySchema } } } },
    responses: {
      201: json('The organization; switch to it to work there', organizationSchema),
      ...problems({ 409: 'You own as many as the plan allows' }),
    },
  },
);

export function mountCreateOrganization(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await createOrganization(signedIn(c), c.req.valid('json')), 201);
  });
}
