import { replaceRuleBodySchema, ruleSchema } from '#core/contract/rules';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { replaceRule } from '../../services/rules/replace.ts';
import { ruleParameters } from './parameters.ts';

const route = operation(
  { permission: 'rules.manage', tenant: 'organization' },
  {
    method: 'put',
    path: '/rules/{id}',
    operationId: 'replaceRule',
    tags: ['Rules'],
    summary: 'Create a new version of a rule',
    request: {
      params: ruleParameters,
      body: { required: true, content: { 'application/json': { schema: replaceRuleBodySchema } } },
    },
    responses: {
      200: json('The rule as it is now', ruleSchema),
      ...problems({ 404: 'Not found', 409: 'It was changed in the meantime' }),
    },
  },
);

export function mountReplaceRule(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await replaceRule(signedIn(c), c.req.valid('param').id, c.req.valid('json')), 200);
  });
}
