import type { DocumentStatus } from '#core/domain/document-status';
import type { JobMessage } from '#core/jobs/message';
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
