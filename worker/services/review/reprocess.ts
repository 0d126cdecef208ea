import type { DocumentView } from '#core/contract/documents';
import { DOCUMENT_STATUSES, isTerminal } from '#core/domain/document-status';
import type { DocumentType } from '#core/domain/document-types';
import { estimateCost } from '#core/jobs/cost';
import type { JobMessage } from '#core/jobs/message';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import type { SignedInContext } from '../context.ts';
import { jobMessageOf } from '../documents/job-message.ts';
import { queueJob } from '../documents/queue-job.ts';
import { UNDECIDED } from './reopen.ts';
import { decide, decideAll, type Outcome, type Transition } from './transition.ts';

const FINISHED = DOCUMENT_STATUSES.filter(isTerminal);

export interface Reprocessing {
  /** Keeps the values people confirmed; false reads everything anew. */
  readonly keepConfirmed: boolean;
  readonly documentType?: DocumentType | undefined;
}

/** Starts another run; the result of the last one stays readable. @throws AppError as `decide` */
export async function reprocessDocument(
  context: SignedInContext,
  id: string,
  how: Reprocessing,
): Promise<DocumentView> {
  const { transition, messages } = reprocessing(context, how);
  const view = await decide(context, id, transition);
  const message = messages.get(id);
  if (message) await queueJob(context, message);
  return view;
}

export async function reprocessAll(
  context: SignedInContext,
  ids: readonly string[],
  how: Reprocessing,
): Promise<ReadonlyMap<string, Outcome>> {
  const { transition, messages } = reprocessing(context, how);
  const outcomes = await decideAll(context, ids, transition);
  for (const [id, message] of messages) if (!(outcomes.get(id) instanceof AppError)) await queueJob(context, message);
  return outcomes;
}

function reprocessing(context: SignedInContext, { keepConfirmed, documentType }: Reprocessing) {
  const messages = new Map<string, JobMessage>();
  const transition: Transition = {
    permission: 'documents.reprocess',
    from: FINISHED,
    respectsLock: true,
    plan: (row) => {
      const jobId = newId('job', context.dependencies.now());
      const ids = { documentId: row.id, jobId, workspaceId: row.workspaceId };
      const cost = estimateCost({ mediaType: row.mediaType, size: row.fileSize });
      const message: JobMessage = { ...jobMessageOf(context, ids), cost };
      messages.set(row.id, message);
      return {
        action: 'document.reprocessed',
        set: {
          ...UNDECIDED,
          status: 'queued',
          errorCode: null,
          errorMessage: null,
          completedAt: null,
          postponedUntil: null,
          lockedBy: null,
          lockedUntil: null,
          ...(documentType !== undefined && { requestedType: documentType }),
        },
        details: { keep_confirmed: keepConfirmed ? 'true' : 'false' },
        run: {
          documentId: row.id,
          jobId,
          message: JSON.stringify(message),
          priority: row.priority,
          keepsConfirmedOf: keepConfirmed ? row.currentJobId : null,
        },
      };
    },
  };
  return { transition, messages };
}
