import { templateBodySchema, templateSchema } from '#core/contract/templates';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { createTemplate } from '../../services/templates/create.ts';

const route = operation(
  { permission: 'templates.manage', tenant: 'organization' },
  {
    method: 'post',
    path: '/templates',
    operationId: 'createTemplate',
    tags: ['Templates'],
    summary: 'Create a template',
    description: 'Pass its id as `template_id` of an upload.',
    request: { body: { required: true, content: { 'application/json': { schema: templateBodySchema } } } },
    responses: { 201: json('The template', templateSchema), ...problems({ 409: 'There are too many' }) },
  },
);

export function mountCreateTemplate(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await createTemplate(signedIn(c), c.req.valid('json')), 201);
  });
}
