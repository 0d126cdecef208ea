import { brandingSchema } from '#core/contract/branding';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { readOwnBranding } from '../../services/branding/change.ts';
import { organizationParameters } from '../organizations/parameters.ts';

const route = operation(
  { permission: 'organization.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/organizations/{id}/branding',
    operationId: 'readBranding',
    tags: ['Organizations'],
    summary: 'Get the branding of the organization',
    request: { params: organizationParameters },
    responses: { 200: json('Colour and logo', brandingSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountReadBranding(app: Application): void {
  app.openapi(route, async (c) => c.json(await readOwnBranding(signedIn(c), c.req.valid('param').id), 200));
}
