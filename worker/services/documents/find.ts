import type { Permission } from '#core/domain/permissions';
import { permissionsOnDocument } from '#core/domain/reach';
import { type DocumentRow, findDocument } from '#core/store/documents';
import { lacks, type SignedInContext, tenantOf } from '../context.ts';
import { documentNotFound } from './view.ts';

/**
 * Loads a document and checks the caller's permission on it. The only way from an id to a row.
 * @throws AppError `not_found`, also without access to the document; `forbidden` if only this permission is missing
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

/** The same for a row that was already read, completely or in part. */
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
