import { originalKey } from '../blobs/keys.ts';
import { connectTenant } from '../db/connect.ts';
import { estimateCost } from '../jobs/cost.ts';
import type { JobMessage } from '../jobs/message.ts';
import { newId } from '../platform/ids.ts';
import { sha256Hex } from '../security/digest.ts';
import { acceptDocument } from '../store/documents.ts';

/** Stores a document like an upload does (original in R2, rows in D1), by default in a new organization. */
export async function storeDocument(
  env: { readonly DB: D1Database; readonly FILES: R2Bucket },
  bytes: Uint8Array,
  organizationId = newId('organization', Date.now()),
): Promise<JobMessage> {
  const now = Date.now();
  const documentId = newId('document', now);
  const jobId = newId('job', now);
  const requestId = newId('request', now);
  const message: JobMessage = {
    v: 1,
    kind: 'extract',
    organizationId,
    shard: 'DB',
    documentId,
    jobId,
    requestId,
    cost: estimateCost({ mediaType: null, size: bytes.byteLength }),
  };
  await env.FILES.put(originalKey(organizationId, documentId), bytes);
  await acceptDocument(connectTenant({ DB: env.DB }, 'DB'), organizationId, {
    document: {
      id: documentId,
      organizationId,
      name: 'test.pdf',
      status: 'queued',
      mediaType: 'application/pdf',
      fileSize: bytes.byteLength,
      sha256: await sha256Hex(bytes),
      currentJobId: jobId,
      createdBy: newId('user', now),
      createdAt: now,
      updatedAt: now,
    },
    jobId,
    message: JSON.stringify(message),
    sweepAt: now + 60_000,
    requestId,
    audit: {
      actorKind: 'system',
      actorId: 'test',
      action: 'document.created',
      targetKind: 'document',
      targetId: documentId,
      outcome: 'success',
      requestId,
      ip: null,
      userAgent: null,
      occurredAt: now,
    },
  });
  return message;
}
