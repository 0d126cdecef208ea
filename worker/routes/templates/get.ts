import { z } from '@hono/zod-openapi';
import { templateSchema } from '#core/contract/templates';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { readTemplate } from '../../services/templates/find.ts';
import { templateParameters } from './parameters.ts';

const route = operation(
  { permission: 'templates.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/templates/{id}',
    operationId: 'getTemplate',
    tags: ['Templates'],
    summary: 'Get a schema template',
    request: {
      params: templateParameters,
      query: z.object({
        version: z.coerce.number().int().min(1).optional().openapi({ description: 'Defaults to the current version' }),
      }),
    },
    responses: { 200: json('The template', templateSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountGetTemplate(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await readTemplate(signedIn(c), c.req.valid('param').id, c.req.valid('query').version), 200);
  });
}
