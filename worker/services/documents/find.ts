import type { Permission } from '#core/domain/permissions';
import { permissionsOnDocument } from '#core/domain/reach';
import { type DocumentRow, findDocument } from '#core/store/documents';
import { lacks, type SignedInContext, tenantOf } from '../context.ts';
import { documentNotFound } from './view.ts';

/**
 * A document the caller reaches and may do this on: the one way from an id to a row.
 * @throws AppError `not_found`, for a document out of reach just as for none; `forbidden` where only this is missing
 */
export async function requireDocument(
  context: SignedInContext,
  id: string,
  permission: Permission,
): Promise<DocumentRow> {
  return requireOnDocument(
    context,
    await findDocument(tenantOf(context), context.caller.organizationId, id),
    permission,
  );
}

/** The same for a row that was read already, whole or in part. */
export function requireOnDocument<Row extends { readonly id: string; readonly workspaceId: string | null }>(
  { caller, dependencies }: SignedInContext,
  row: Row | null,
  permission: Permission,
): Row {
  if (!row) throw documentNotFound();
  const held = permissionsOnDocument(caller, row, dependencies.now());
  if (held.has(permission)) return row;
  throw held.has('documents.read') ? lacks(permission) : documentNotFound();
}
