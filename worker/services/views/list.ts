import type { ViewList } from '#core/contract/views';
import { listViews } from '#core/store/saved-views';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { viewOf } from './view.ts';

/** The caller's own views and the shared ones, oldest first; at most twice the limit of views. */
export async function listVisibleViews(context: SignedInContext): Promise<ViewList> {
  requireSomewhere(context, 'documents.read');
  const { organizationId, userId } = context.caller;
  const rows = await listViews(tenantOf(context), organizationId, userId);
  return { data: rows.map((row) => viewOf(context, row)), next_cursor: null };
}
