import { ruleSchema, switchRuleBodySchema } from '#core/contract/rules';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { switchRule } from '../../services/rules/switch.ts';
import { ruleParameters } from './parameters.ts';

const route = operation(
  { permission: 'rules.manage', tenant: 'organization' },
  {
    method: 'patch',
    path: '/rules/{id}',
    operationId: 'switchRule',
    tags: ['Rules'],
    summary: 'Switch a rule on or off',
    request: {
      params: ruleParameters,
      body: { required: true, content: { 'application/json': { schema: switchRuleBodySchema } } },
    },
    responses: { 200: json('The rule as it is now', ruleSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountSwitchRule(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await switchRule(signedIn(c), c.req.valid('param').id, c.req.valid('json').active), 200);
  });
}
