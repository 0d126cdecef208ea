import { changeRuleState } from '#core/store/rules';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireRule } from './find.ts';
import { ruleNotFound } from './view.ts';

/** Archives a rule: it stops no document any more. Its versions remain readable. @throws AppError `not_found` */
export async function archiveRule(context: SignedInContext, id: string): Promise<void> {
  requirePermission(context, 'rules.manage');
  const { name } = await requireRule(context, id);
  const event = await withAnswer(context, auditOf(context, 'rule.archived', { kind: 'rule', id }, { name }));
  const isArchived = await changeRuleState(tenantOf(context), context.caller.organizationId, id, 'archived', event);
  if (!isArchived) throw ruleNotFound();
}
