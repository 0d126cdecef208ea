import type { PageQuery } from '#core/contract/list';
import type { RunList } from '#core/contract/review';
import { listRuns } from '#core/store/document-runs';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';
import { requireDocument } from './find.ts';

/** The runs of a document, newest first. @throws AppError `not_found`, `bad_request` */
export async function listDocumentRuns(context: SignedInContext, id: string, query: PageQuery): Promise<RunList> {
  requireSomewhere(context, 'documents.read');
  const document = await requireDocument(context, id, 'documents.read');
  const rows = await listRuns(tenantOf(context), context.caller.organizationId, document.id, pageRequest(query));
  const time = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return pageOf(rows, query.limit, byCreation, (row) => ({
    job_id: row.id,
    status: row.status,
    document_type: row.documentType,
    version: row.version,
    is_current: row.id === document.currentJobId,
    created_at: new Date(row.createdAt).toISOString(),
    finished_at: time(row.finishedAt),
  }));
}
