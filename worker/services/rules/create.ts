import type { CreateRuleBody, RuleView } from '#core/contract/rules';
import { RULE_LIMITS } from '#core/domain/rules/definition';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { findRule, insertRule } from '#core/store/rules';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { withAnswer } from '../repeat-safely.ts';
import { ruleView } from './view.ts';

/** Creates a rule. It applies to documents processed or corrected from now on. @throws AppError `conflict` at the limit */
export async function createRule(
  context: SignedInContext,
  { name, definition, active }: CreateRuleBody,
): Promise<RuleView> {
  requirePermission(context, 'rules.manage');
  const { caller, dependencies } = context;
  const db = tenantOf(context);
  const now = dependencies.now();
  const id = newId('rule', now);
  const json = JSON.stringify(definition);
  const event = auditOf(context, 'rule.created', { kind: 'rule', id }, null, { name, definition: json, active });
  const row = { id, name, definition: json, active, createdBy: caller.userId, createdAt: now };
  const view = ruleView({ ...row, version: 1, updatedAt: now });
  await insertRule(db, caller.organizationId, row, RULE_LIMITS.rules, await withAnswer(context, event, view));
  if (!(await findRule(db, caller.organizationId, id)))
    throw new AppError('conflict', `An organization can have at most ${RULE_LIMITS.rules} rules.`);
  return view;
}
