import { readViewQuery, type ViewView } from '#core/contract/views';
import { AppError } from '#core/platform/errors';
import { findView, type ViewRow } from '#core/store/saved-views';
import { lacks, type SignedInContext, tenantOf } from '../context.ts';

/** The row as the API shows it. */
export function viewOf({ caller }: SignedInContext, row: ViewRow): ViewView {
  return {
    id: row.id,
    name: row.name,
    query: readViewQuery(row.query),
    shared: row.shared,
    created_by: row.userId,
    can_change: row.userId === caller.userId || caller.permissions.has('organization.update'),
    created_at: new Date(row.createdAt).toISOString(),
    updated_at: new Date(row.updatedAt).toISOString(),
  };
}

/** A view the caller may change. @throws AppError `not_found`, `forbidden` for a shared view of somebody else */
export async function requireOwnView(context: SignedInContext, id: string): Promise<ViewRow> {
  const { organizationId, userId } = context.caller;
  const row = await findView(tenantOf(context), organizationId, userId, id);
  if (!row) throw viewNotFound();
  if (!viewOf(context, row).can_change) throw lacks('organization.update');
  return row;
}

export const viewNotFound = (): AppError => new AppError('not_found', 'There is no such view.');
