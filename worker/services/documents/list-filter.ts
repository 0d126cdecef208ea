import type { DocumentCountsQuery, DocumentListQuery } from '#core/contract/documents';
import { placesWith } from '#core/domain/reach';
import type { DocumentFilter } from '#core/store/document-list';
import { requireSomewhere, type SignedInContext } from '../context.ts';

const DAY_MS = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What a list or a count asks for, restricted to what the caller reaches. Deleted documents are there for those who may
 * restore them. @throws AppError `forbidden`
 */
export function filterFor(
  context: SignedInContext,
  query: DocumentCountsQuery & Pick<Partial<DocumentListQuery>, 'status'>,
): DocumentFilter {
  const { caller, dependencies } = context;
  const deleted = query.deleted === 'true';
  const permission = deleted ? 'documents.delete' : 'documents.read';
  requireSomewhere(context, permission);
  return {
    text: query.q,
    statuses: query.status,
    documentType: query.document_type,
    workspaceId: query.workspace_id,
    batchId: query.batch_id,
    assigneeId: assigneeOf(query.assignee_id, caller.userId),
    vendor: query.vendor,
    amountMin: numberOf(query.amount_min),
    amountMax: numberOf(query.amount_max),
    dateFrom: query.date_from,
    dateBefore: query.date_to === undefined ? undefined : dayAfter(query.date_to),
    from: query.from === undefined ? undefined : Date.parse(query.from),
    to: query.to === undefined ? undefined : endOf(query.to),
    deleted,
    places: placesWith(caller, permission, dependencies.now()),
  };
}

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

function assigneeOf(asked: string | undefined, self: string): string | null | undefined {
  if (asked === 'none') return null;
  return asked === 'me' ? self : asked;
}

const dayAfter = (date: string): string => new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, date.length);

/** Exclusive end of a time filter; a date without a time includes that whole day (UTC). */
function endOf(to: string): number {
  return DATE.test(to) ? Date.parse(to) + DAY_MS : Date.parse(to);
}
