import type { PageQuery } from '#core/contract/list';
import type { CommentView } from '#core/contract/review';
import { newId } from '#core/platform/ids';
import { type CommentRow, insertComment, listComments } from '#core/store/comments';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { requireDocument } from '../documents/find.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';
import { withAnswer } from '../repeat-safely.ts';
import { announceDocument } from './announce.ts';

/** The comments on a document, oldest first. @throws AppError `not_found`, `bad_request` */
export async function listDocumentComments(context: SignedInContext, documentId: string, query: PageQuery) {
  requireSomewhere(context, 'documents.read');
  const document = await requireDocument(context, documentId, 'documents.read');
  const rows = await listComments(tenantOf(context), context.caller.organizationId, document.id, pageRequest(query));
  return pageOf(rows, query.limit, byCreation, viewOf);
}

/** Adds a comment. @throws AppError `not_found`, `forbidden` */
export async function addComment(context: SignedInContext, documentId: string, text: string): Promise<CommentView> {
  requireSomewhere(context, 'documents.update');
  const document = await requireDocument(context, documentId, 'documents.update');
  const { caller, dependencies } = context;
  const createdAt = dependencies.now();
  const comment = {
    id: newId('comment', createdAt),
    documentId: document.id,
    authorId: caller.userId,
    text,
    createdAt,
  };
  const event = auditOf(context, 'comment.created', { kind: 'document', id: document.id });
  const view = viewOf(comment);
  await insertComment(tenantOf(context), caller.organizationId, comment, await withAnswer(context, event, view));
  announceDocument(context, { id: document.id, status: document.status, workspace_id: document.workspaceId });
  return view;
}

const viewOf = (row: Omit<CommentRow, 'organizationId'>): CommentView => ({
  id: row.id,
  author_id: row.authorId,
  text: row.text,
  created_at: new Date(row.createdAt).toISOString(),
});
