import type { RuleView } from '#core/contract/rules';
import { changeRuleState } from '#core/store/rules';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireRule } from './find.ts';
import { ruleView } from './view.ts';

/** Switches a rule on or off. Documents keep the checks they have until they are corrected or processed again. */
export async function switchRule(context: SignedInContext, id: string, active: boolean): Promise<RuleView> {
  requirePermission(context, 'rules.manage');
  const row = await requireRule(context, id);
  if (row.active === active) return ruleView(row);
  const target = { kind: 'rule', id };
  const event = auditOf(context, 'rule.switched', target, { active: row.active }, { active });
  const view = ruleView({ ...row, active, updatedAt: event.occurredAt });
  const answered = await withAnswer(context, event, view);
  // False only if another request switched it the same way, or archived it.
  if (await changeRuleState(tenantOf(context), context.caller.organizationId, id, { active }, answered)) return view;
  return ruleView(await requireRule(context, id));
}
