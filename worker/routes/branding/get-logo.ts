import { z } from '@hono/zod-openapi';
import type { Application } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { openLogo } from '../../services/branding/open-logo.ts';

const binary = { schema: { type: 'string', format: 'binary' } } as const;

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'get',
    path: '/logos/{organization}/{digest}',
    operationId: 'getLogo',
    tags: ['Organizations'],
    summary: 'Get a logo; public to anyone with the URL',
    request: { params: z.object({ organization: z.string().max(64), digest: z.string().max(64) }) },
    responses: {
      200: {
        description: 'The image',
        content: { 'image/png': binary, 'image/jpeg': binary, 'image/webp': binary },
      },
      ...problems({ 404: 'Not found' }),
    },
  },
);

export function mountGetLogo(app: Application): void {
  app.openapi(route, async (c) => {
    const { organization, digest } = c.req.valid('param');
    const { body, mediaType } = await openLogo(c.get('context'), organization, digest);
    return new Response(body, {
      headers: {
        'content-type': mediaType,
        'cache-control': 'public, max-age=31536000, immutable',
        'cross-origin-resource-policy': 'cross-origin',
      },
    });
  });
}
