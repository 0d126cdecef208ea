import type { AcceptedDocument } from '#core/contract/documents';
import type { SignedInContext } from '../context.ts';
import { type Accepted, acceptUpload, type Upload } from './accept.ts';
import { queueJob } from './queue-job.ts';
import { documentView } from './view.ts';

/** Accepts a file and queues its job. A failed send is not an error: the sweeper sends the job later. */
export async function uploadDocument(context: SignedInContext, upload: Upload): Promise<AcceptedDocument> {
  const sweepAfterMs = context.dependencies.settings.SWEEP_AGE_SECONDS * 1000;
  const accepted = await acceptUpload(context, upload, sweepAfterMs);
  if (!accepted.repeated) await queueJob(context, accepted.message);
  return acceptedView(accepted);
}

export function acceptedView({ row, message }: Accepted): AcceptedDocument {
  const document = documentView(row);
  const status = {
    received: 'queued',
    queued: 'queued',
    processing: 'processing',
    completed: 'completed',
    needs_review: 'completed',
    approved: 'completed',
    rejected: 'completed',
    failed: 'failed',
  } as const;
  return { document, job: { id: message.jobId, status: status[row.status] } };
}
