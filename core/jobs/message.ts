import { type DocumentId, isId, type JobId, type OrganizationId } from '../domain/id.ts';

/** A message on the job queue: references only, never content. Versions are append-only. */
export interface JobMessage {
  readonly v: 1;
  readonly kind: 'extract';
  readonly organizationId: OrganizationId;
  readonly shard: string;
  readonly documentId: DocumentId;
  readonly jobId: JobId;
  /** The request that created the job; included in every log line about it. */
  readonly requestId: string;
  /** Workspace of the document, for live hints. Absent in messages from older versions. */
  readonly workspaceId?: string | null;
  /** Result of `estimateCost`. Absent in messages from older versions. */
  readonly cost?: number;
  /** Number of times the message was requeued because the job could not start yet. */
  readonly waited?: number;
}

/** Parses a message from the queue or the outbox; null if it is not a job message. */
export function parseJobMessage(body: unknown): JobMessage | null {
  if (typeof body !== 'object' || body === null) return null;
  const message: Readonly<Record<string, unknown>> = { ...body };
  const { v, kind, organizationId, shard, documentId, jobId, requestId, workspaceId, cost, waited } = message;
  if (v !== 1 || kind !== 'extract') return null;
  if (typeof organizationId !== 'string' || !isId('organization', organizationId)) return null;
  if (typeof documentId !== 'string' || !isId('document', documentId)) return null;
  if (typeof jobId !== 'string' || !isId('job', jobId)) return null;
  if (typeof shard !== 'string' || typeof requestId !== 'string') return null;
  const place = typeof workspaceId === 'string' || workspaceId === null ? { workspaceId } : {};
  const known = { ...(isAmount(cost) && { cost }), ...(isAmount(waited) && { waited }) };
  return { v, kind, organizationId, shard, documentId, jobId, requestId, ...place, ...known };
}

const isAmount = (value: unknown): value is number => typeof value === 'number' && value >= 0;
