import type { JobMessage } from '#core/jobs/message';
import type { SignedInContext } from '../context.ts';

/** The message of a run that the caller starts. */
export const jobMessageOf = (
  { caller, requestId }: SignedInContext,
  ids: Pick<JobMessage, 'documentId' | 'jobId' | 'workspaceId'>,
): JobMessage => ({
  v: 1,
  kind: 'extract',
  organizationId: caller.organizationId,
  shard: caller.shard,
  requestId,
  ...ids,
});
