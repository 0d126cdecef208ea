import { createRuleBodySchema, ruleSchema } from '#core/contract/rules';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { createRule } from '../../services/rules/create.ts';

const route = operation(
  { permission: 'rules.manage', tenant: 'organization' },
  {
    method: 'post',
    path: '/rules',
    operationId: 'createRule',
    tags: ['Rules'],
    summary: 'Create a rule',
    description:
      'The rule applies to documents processed or corrected from now on. A document that breaks it has the failed check `rule:<id>` with the rule’s message, and needs review.',
    request: { body: { required: true, content: { 'application/json': { schema: createRuleBodySchema } } } },
    responses: { 201: json('The rule', ruleSchema), ...problems({ 409: 'There are too many' }) },
  },
);

export function mountCreateRule(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await createRule(signedIn(c), c.req.valid('json')), 201);
  });
}
