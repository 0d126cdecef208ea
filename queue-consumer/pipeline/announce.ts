import type { DocumentStatus } from '#core/domain/document-status';
import type { JobMessage } from '#core/jobs/message';
import { findNextAttempt } from '#core/store/webhook-deliveries';
import type { Dependencies } from '../dependencies.ts';

type Hint =
  | { readonly type: 'document.updated'; readonly status: DocumentStatus }
  | { readonly type: 'document.progress'; readonly stage: string; readonly progress: number };

/** Sends a live hint to the organization's watchers. A lost hint is harmless, so failures are only logged. */
export async function announce(dependencies: Dependencies, message: JobMessage, hint: Hint): Promise<void> {
  try {
    const organization = dependencies.organization(message.organizationId);
    await organization.publish({ v: 1, document_id: message.documentId, ...hint }, message.workspaceId);
  } catch (error) {
    dependencies.log.error('live hint not sent', error, { job_id: message.jobId });
  }
}

/** Announces the end of a run, and has the webhook deliveries of its event sent. */
export async function announceEnd(
  dependencies: Dependencies,
  message: JobMessage,
  status: DocumentStatus,
): Promise<void> {
  await announce(dependencies, message, { type: 'document.updated', status });
  const { organizationId, shard } = message;
  try {
    if ((await findNextAttempt(dependencies.tenant(shard), organizationId)) === null) return;
    await dependencies.wakeWebhooks({ v: 1, organizationId, shard });
  } catch (error) {
    // The deliveries are stored, and the sweeper finds them.
    dependencies.log.error('webhook deliveries not announced', error, { job_id: message.jobId });
  }
}
