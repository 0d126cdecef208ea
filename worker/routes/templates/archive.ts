import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { archiveOwnTemplate } from '../../services/templates/archive.ts';
import { templateParameters } from './parameters.ts';

const route = operation(
  { permission: 'templates.manage', tenant: 'workspace' },
  {
    method: 'delete',
    path: '/templates/{id}',
    operationId: 'archiveTemplate',
    tags: ['Templates'],
    summary: 'Archive a template',
    request: { params: templateParameters },
    responses: { 204: { description: 'Done' }, ...problems({ 404: 'Not found, or a built-in template' }) },
  },
);

export function mountArchiveTemplate(app: Application): void {
  app.openapi(route, async (c) => {
    await archiveOwnTemplate(signedIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
