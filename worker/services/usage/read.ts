import type { UsageQuery, UsageView } from '#core/contract/usage';
import { readUsage, type UsageLineRow } from '#core/store/usage';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';

/** Returns the usage of a month, by default the current one: totals, and the lines they are the sum of. */
export async function readMonthlyUsage(context: SignedInContext, query: UsageQuery): Promise<UsageView> {
  requirePermission(context, 'usage.read');
  const { caller, dependencies } = context;
  const period = query.period ?? new Date(dependencies.now()).toISOString().slice(0, 7);
  const { totals, lines } = await readUsage(tenantOf(context), caller.organizationId, period, pageRequest(query));
  return { period, ...totals, ...pageOf(lines, query.limit, byCreation, view) };
}

const view = (line: UsageLineRow) => ({
  id: line.id,
  document_id: line.documentId,
  job_id: line.jobId,
  pages: line.pages,
  created_at: new Date(line.createdAt).toISOString(),
});
