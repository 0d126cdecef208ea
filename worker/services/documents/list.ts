import type { DocumentList, DocumentListQuery } from '#core/contract/documents';
import { AppError } from '#core/platform/errors';
import { listDocuments } from '#core/store/document-list';
import { positionOf } from '#core/store/document-order';
import { decodeSortCursor, encodeSortCursor, type SortPosition } from '#core/store/sort-cursor';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { filterFor } from './list-filter.ts';
import { documentView } from './view.ts';

/** One page of the organization's documents. @throws AppError `bad_request` for an invalid cursor, `forbidden` */
export async function listVisibleDocuments(context: SignedInContext, query: DocumentListQuery): Promise<DocumentList> {
  requireSomewhere(context, 'documents.read');
  const { sort, limit } = query;
  const filter = filterFor(context, query);
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor, sort);
  // The extra row says that there is a next page.
  const rows = await listDocuments(tenantOf(context), context.caller.organizationId, filter, {
    limit: limit + 1,
    sort,
    after,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { data: page.map(documentView), next_cursor: more ? encodeSortCursor(positionOf(sort, last)) : null };
}

function readCursor(text: string, sort: string): SortPosition {
  const position = decodeSortCursor(text, sort);
  if (position === null)
    throw new AppError(
      'bad_request',
      'The cursor is not valid. Use the next_cursor of the previous page, with the same sort.',
    );
  return position;
}
