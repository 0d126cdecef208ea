import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { archiveRule } from '../../services/rules/archive.ts';
import { ruleParameters } from './parameters.ts';

const route = operation(
  { permission: 'rules.manage', tenant: 'organization' },
  {
    method: 'delete',
    path: '/rules/{id}',
    operationId: 'archiveRule',
    tags: ['Rules'],
    summary: 'Archive a rule',
    request: { params: ruleParameters },
    responses: { 204: { description: 'Done' }, ...problems({ 404: 'Not found' }) },
  },
);

export function mountArchiveRule(app: Application): void {
  app.openapi(route, async (c) => {
    await archiveRule(signedIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
