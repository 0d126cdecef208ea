import type { ReplaceRuleBody, RuleView } from '#core/contract/rules';
import { AppError } from '#core/platform/errors';
import { updateRule } from '#core/store/rules';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireRule } from './find.ts';
import { ruleView } from './view.ts';

/** Stores a new version; earlier ones remain readable. @throws AppError `not_found`, `version_conflict`, `conflict` */
export async function replaceRule(
  context: SignedInContext,
  id: string,
  { name, definition, version: read }: ReplaceRuleBody,
): Promise<RuleView> {
  requirePermission(context, 'rules.manage');
  const { organizationId, userId } = context.caller;
  const before = await requireRule(context, id);
  if (read !== undefined && read !== before.version)
    throw new AppError('version_conflict', 'The rule was changed since it was read. Reload and try again.');
  const to = { name, definition: JSON.stringify(definition), createdBy: userId };
  const version = before.version + 1;
  const event = auditOf(
    context,
    'rule.updated',
    { kind: 'rule', id },
    { name: before.name, definition: before.definition, version: before.version },
    { name, definition: to.definition, version },
  );
  const view = ruleView({ ...before, ...to, version, updatedAt: event.occurredAt });
  const answered = await withAnswer(context, event, view);
  if (!(await updateRule(tenantOf(context), organizationId, before, to, answered)))
    throw new AppError('conflict', 'The rule was changed in the meantime. Reload and try again.');
  return view;
}
