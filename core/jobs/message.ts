import { type DocumentId, isId, type JobId, type OrganizationId } from '../domain/id.ts';

/** What travels on the job queue: references only, never content. Versions are append-only. */
export interface JobMessage {
  readonly v: 1;
  readonly kind: 'extract';
  readonly organizationId: OrganizationId;
  readonly shard: string;
  readonly documentId: DocumentId;
  readonly jobId: JobId;
  /** The request that caused the work; stands in every log line about it. */
  readonly requestId: string;
  /** Where the document lies, for live hints; absent in messages that were sent before it was told. */
  readonly workspaceId?: string | null;
  /** `estimateCost` of the file; absent in messages that were sent before it was told. */
  readonly cost?: number;
  /** How often it went back into the queue because its turn had not come. */
  readonly waited?: number;
}

/** Reads a message from the queue or the outbox; null when it is not one of ours. */
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
