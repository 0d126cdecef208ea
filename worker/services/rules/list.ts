import type { RuleList } from '#core/contract/rules';
import { listRules } from '#core/store/rules';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { byCreation, pageOf, readCursor } from '../list-page.ts';
import { ruleView } from './view.ts';

/** Returns one page of the organization's rules, newest first. @throws AppError `bad_request` for an invalid cursor */
export async function listOwnRules(
  context: SignedInContext,
  query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<RuleList> {
  requirePermission(context, 'organization.read');
  const after = readCursor(query.cursor);
  const rows = await listRules(tenantOf(context), context.caller.organizationId);
  const rest = rows.filter(
    ({ createdAt, id }) => !after || createdAt < after.at || (createdAt === after.at && id < after.id),
  );
  return pageOf(rest.slice(0, query.limit + 1), query.limit, byCreation, ruleView);
}
