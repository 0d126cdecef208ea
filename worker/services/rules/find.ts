import type { RuleView } from '#core/contract/rules';
import { findRule, type RuleRow } from '#core/store/rules';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { ruleNotFound, ruleView } from './view.ts';

/** Returns a rule in its current version or the requested one, also if it is archived. @throws AppError `not_found` */
export async function readRule(context: SignedInContext, id: string, version?: number): Promise<RuleView> {
  requirePermission(context, 'organization.read');
  const row = await findRule(tenantOf(context), context.caller.organizationId, id, version);
  if (!row) throw ruleNotFound();
  return ruleView(row);
}

/** Returns a rule that can be changed. @throws AppError `not_found`, also for an archived one */
export async function requireRule(context: SignedInContext, id: string): Promise<RuleRow> {
  const row = await findRule(tenantOf(context), context.caller.organizationId, id);
  if (!row || row.archivedAt !== null) throw ruleNotFound();
  return row;
}
