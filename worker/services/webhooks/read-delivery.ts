import type { DeliveryDetails } from '#core/contract/webhooks';
import { permissionsOnDocument } from '#core/domain/reach';
import { findEvent } from '#core/store/events';
import { findDocuments } from '#core/store/find-documents';
import { type AttemptRow, listAttempts } from '#core/store/webhook-deliveries';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { requireDelivery } from './find.ts';
import { PayloadUnavailable, payloadOf } from './payload.ts';
import { deliveryView } from './view.ts';

/** A delivery with its attempts and, if the caller may read the document, its payload. @throws AppError `not_found` */
export async function readDelivery(context: SignedInContext, id: string): Promise<DeliveryDetails> {
  requirePermission(context, 'webhooks.read');
  const row = await requireDelivery(context, id);
  const attempts = await listAttempts(tenantOf(context), context.caller.organizationId, row.delivery.number);
  return {
    ...deliveryView(row),
    attempt_log: attempts.map(attemptView),
    payload: await payloadFor(context, row.delivery),
  };
}

async function payloadFor(
  context: SignedInContext,
  { documentId, eventSequence }: { readonly documentId: string; readonly eventSequence: number },
): Promise<Record<string, unknown> | null> {
  const { caller, dependencies } = context;
  const db = tenantOf(context);
  const [document] = await findDocuments(db, caller.organizationId, [documentId]);
  if (!document || !permissionsOnDocument(caller, document, dependencies.now()).has('documents.read')) return null;
  const event = await findEvent(db, caller.organizationId, eventSequence);
  if (event === null) return null;
  try {
    return JSON.parse(await payloadOf(dependencies, db, caller.organizationId, event));
  } catch (error) {
    if (error instanceof PayloadUnavailable) return null;
    throw error;
  }
}

const attemptView = ({ attempt, startedAt, milliseconds, statusCode, error, response }: AttemptRow) => ({
  attempt,
  started_at: new Date(startedAt).toISOString(),
  milliseconds,
  status_code: statusCode,
  error,
  response,
});
