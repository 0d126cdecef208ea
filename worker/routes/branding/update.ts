import { brandingSchema, updateBrandingBodySchema } from '#core/contract/branding';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { changeColor } from '../../services/branding/change.ts';
import { organizationParameters } from '../organizations/parameters.ts';

const route = operation(
  { permission: 'organization.update', tenant: 'organization' },
  {
    method: 'patch',
    path: '/organizations/{id}/branding',
    operationId: 'updateBranding',
    tags: ['Organizations'],
    summary: 'Change the colour',
    request: {
      params: organizationParameters,
      body: { required: true, content: { 'application/json': { schema: updateBrandingBodySchema } } },
    },
    responses: { 200: json('As it is now', brandingSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountUpdateBranding(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await changeColor(signedIn(c), c.req.valid('param').id, c.req.valid('json').color), 200);
  });
}
