import { brandingSchema } from '#core/contract/branding';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { putLogo } from '../../services/branding/change.ts';
import { organizationParameters } from '../organizations/parameters.ts';

const route = operation(
  { permission: 'organization.update', tenant: 'organization' },
  {
    method: 'put',
    path: '/organizations/{id}/logo',
    operationId: 'putLogo',
    tags: ['Organizations'],
    summary: 'Set the logo',
    description:
      'The body is the picture itself: PNG, JPEG or WebP, judged by its bytes. Whoever has its address can see it.',
    request: {
      params: organizationParameters,
      body: { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
    },
    responses: {
      200: json('As it is now', brandingSchema),
      ...problems({ 404: 'Not found', 413: 'Too large', 415: 'No picture of these kinds' }),
    },
  },
);

export function mountPutLogo(app: Application): void {
  app.openapi(route, async (c) => {
    const read = async () => new Uint8Array(await c.req.arrayBuffer());
    return c.json(await putLogo(signedIn(c), c.req.valid('param').id, read), 200);
  });
}
