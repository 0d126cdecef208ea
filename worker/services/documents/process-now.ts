import type { AcceptedDocument, DocumentView } from '#core/contract/documents';
import type { ProcessReport } from '#core/jobs/engine-service';
import { AppError } from '#core/platform/errors';
import { findDocument } from '#core/store/documents';
import { type SignedInContext, tenantOf } from '../context.ts';
import { type Accepted, acceptUpload, type Upload } from './accept.ts';
import { type EmbeddedResult, embedResult, readEmbeddedResult } from './embedded-result.ts';
import { queueJob } from './queue-job.ts';
import { acceptedView } from './upload.ts';
import { documentNotFound, documentView } from './view.ts';

export type ProcessedNow =
  | { readonly ready: true; readonly document: DocumentView; readonly result: EmbeddedResult }
  | { readonly ready: false; readonly accepted: AcceptedDocument };

/**
 * Accepts a file and waits for its result within a time budget. After that, processing continues in the background.
 *
 * @throws AppError with the reason and the document's id if the file cannot be read; the original is kept
 */
export async function processDocumentNow(context: SignedInContext, upload: Upload): Promise<ProcessedNow> {
  const { dependencies, caller } = context;
  const { settings } = dependencies;
  const budgetMs = settings.SYNC_BUDGET_MILLISECONDS;
  const accepted = await acceptUpload(context, upload, budgetMs + settings.SWEEP_AGE_SECONDS * 1000);
  if (accepted.repeated || upload.file.size > settings.SYNC_MAX_BYTES) {
    if (accepted.repeated) return repeatedAnswer(context, accepted);
    await queueJob(context, accepted.message);
    return { ready: false, accepted: acceptedView(accepted) };
  }

  const run = attempt(context, accepted);
  const report = await withinBudget(run, budgetMs);
  if (report === 'budget-spent') {
    dependencies.defer(
      run.then((late) => (late.outcome === 'deferred' ? queueJob(context, accepted.message) : undefined)),
    );
    return { ready: false, accepted: acceptedView(accepted) };
  }
  switch (report.outcome) {
    case 'completed': {
      const row = await findDocument(tenantOf(context), caller.organizationId, accepted.row.id);
      if (!row) throw documentNotFound();
      return { ready: true, document: documentView(row), result: embedResult(row.id, report.result) };
    }
    case 'failed':
      throw new AppError(report.code, report.message, { documentId: accepted.row.id });
    case 'deferred':
      await queueJob(context, accepted.message);
      return { ready: false, accepted: acceptedView(accepted) };
  }
}

/** Returns the response of the first request with the same key, or its current state. */
async function repeatedAnswer(context: SignedInContext, accepted: Accepted): Promise<ProcessedNow> {
  const { row } = accepted;
  const document = documentView(row);
  if (document.error) throw new AppError(document.error.code, document.error.message, { documentId: row.id });
  const result = await readEmbeddedResult(context, row.id);
  return result === null ? { ready: false, accepted: acceptedView(accepted) } : { ready: true, document, result };
}

/** If the consumer is unavailable, the document has not failed: it is stored, and the queue will process it. */
async function attempt({ dependencies }: SignedInContext, { message }: Accepted): Promise<ProcessReport> {
  try {
    return await dependencies.engine.processNow(message);
  } catch (error) {
    dependencies.log.error('consumer did not answer; the queue takes over', error, { job_id: message.jobId });
    return { outcome: 'deferred' };
  }
}

async function withinBudget(run: Promise<ProcessReport>, budgetMs: number): Promise<ProcessReport | 'budget-spent'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const budget = new Promise<'budget-spent'>((resolve) => {
    timer = setTimeout(() => resolve('budget-spent'), budgetMs);
  });
  try {
    return await Promise.race([run, budget]);
  } finally {
    clearTimeout(timer);
  }
}
