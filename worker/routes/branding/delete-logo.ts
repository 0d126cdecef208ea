import { brandingSchema } from '#core/contract/branding';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { removeLogo } from '../../services/branding/change.ts';
import { organizationParameters } from '../organizations/parameters.ts';

const route = operation(
  { permission: 'organization.update', tenant: 'organization' },
  {
    method: 'delete',
    path: '/organizations/{id}/logo',
    operationId: 'deleteLogo',
    tags: ['Organizations'],
    summary: 'Delete the logo',
    request: { params: organizationParameters },
    responses: { 200: json('As it is now', brandingSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountDeleteLogo(app: Application): void {
  app.openapi(route, async (c) => c.json(await removeLogo(signedIn(c), c.req.valid('param').id), 200));
}
