import type { ResultVersionList } from '#core/contract/corrections';
import type { PageQuery } from '#core/contract/list';
import { listCorrections } from '#core/store/result-changes';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { pageOf, readCursor } from '../list-page.ts';
import { readChanges } from './document-changes.ts';
import { requireDocument } from './find.ts';

/** The corrections of the visible result, newest first. @throws AppError `not_found`, `bad_request` */
export async function listResultVersions(
  context: SignedInContext,
  id: string,
  query: PageQuery,
): Promise<ResultVersionList> {
  requireSomewhere(context, 'documents.read');
  const document = await requireDocument(context, id, 'documents.read');
  const { organizationId } = context.caller;
  // Versions are counted without gaps, so that one alone is a position in the list.
  const page = { limit: query.limit + 1, below: readCursor(query.cursor)?.at };
  const rows = await listCorrections(tenantOf(context), organizationId, document.id, document.currentJobId, page);
  const positionOf = ({ version, jobId }: (typeof rows)[number]) => ({ at: version, id: jobId });
  return pageOf(rows, query.limit, positionOf, (row) => ({
    version: row.version,
    actor: { kind: row.actorKind, id: row.actorId },
    changes: readChanges(row.changes),
    undone: row.undoneAt !== null,
    created_at: new Date(row.createdAt).toISOString(),
  }));
}
