import { templateListSchema, templateQuerySchema } from '#core/contract/templates';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listVisibleTemplates } from '../../services/templates/list.ts';

const route = operation(
  { permission: 'templates.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/templates',
    operationId: 'listTemplates',
    tags: ['Templates'],
    summary: 'List schema templates: your own, then the built-in ones',
    request: { query: templateQuerySchema },
    responses: { 200: json('One page', templateListSchema) },
  },
);

export function mountListTemplates(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await listVisibleTemplates(signedIn(c), c.req.valid('query')), 200);
  });
}
