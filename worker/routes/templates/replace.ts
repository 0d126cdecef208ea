import { templateBodySchema, templateSchema } from '#core/contract/templates';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { replaceTemplate } from '../../services/templates/update.ts';
import { templateParameters } from './parameters.ts';

const route = operation(
  { permission: 'templates.manage', tenant: 'workspace' },
  {
    method: 'put',
    path: '/templates/{id}',
    operationId: 'replaceTemplate',
    tags: ['Templates'],
    summary: 'Create a new version of a template',
    request: {
      params: templateParameters,
      body: { required: true, content: { 'application/json': { schema: templateBodySchema } } },
    },
    responses: {
      200: json('The template as it is now', templateSchema),
      ...problems({ 404: 'Not found, or a built-in template', 409: 'It was changed meanwhile' }),
    },
  },
);

export function mountReplaceTemplate(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await replaceTemplate(signedIn(c), c.req.valid('param').id, c.req.valid('json')), 200);
  });
}
