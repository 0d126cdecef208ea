import { triedRuleSchema, tryRuleBodySchema } from '#core/contract/rules';
import { RULE_LIMITS } from '#core/domain/rules/definition';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { tryRule } from '../../services/rules/try.ts';

const route = operation(
  { permission: 'rules.manage', tenant: 'organization' },
  {
    method: 'post',
    path: '/rules/try',
    operationId: 'tryRule',
    tags: ['Rules'],
    summary: 'Try a rule on past documents',
    description: `How many of the latest ${RULE_LIMITS.triedDocuments} processed documents the rule would stop. Nothing is stored.`,
    request: { body: { required: true, content: { 'application/json': { schema: tryRuleBodySchema } } } },
    responses: { 200: json('What the rule would do', triedRuleSchema) },
  },
);

export function mountTryRule(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await tryRule(signedIn(c), c.req.valid('json').definition), 200);
  });
}
