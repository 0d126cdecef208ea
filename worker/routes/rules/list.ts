import { ruleListQuerySchema, ruleListSchema } from '#core/contract/rules';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listOwnRules } from '../../services/rules/list.ts';

const route = operation(
  { permission: 'organization.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/rules',
    operationId: 'listRules',
    tags: ['Rules'],
    summary: 'List the organization’s rules, newest first',
    request: { query: ruleListQuerySchema },
    responses: { 200: json('One page', ruleListSchema) },
  },
);

export function mountListRules(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await listOwnRules(signedIn(c), c.req.valid('query')), 200);
  });
}
