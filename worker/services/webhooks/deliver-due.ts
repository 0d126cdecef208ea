import type { TenantDatabase } from '#core/db/connect';
import type { OrganizationId } from '#core/domain/id';
import { formatNumberedId } from '#core/domain/id';
import type { WakeMessage } from '#core/jobs/wake-message';
import { findEvent } from '#core/store/events';
import { claimDeliveries, settleAttempt } from '#core/store/webhook-deliveries';
import { listWebhooks, type WebhookRow } from '#core/store/webhooks';
import type { Dependencies } from '../context.ts';
import { disableFailedWebhook } from './disable.ts';
import { PayloadUnavailable, payloadOf } from './payload.ts';
import { type Sent, sendWebhook } from './send.ts';

/** Requests to one endpoint at the same time. */
const AT_ONCE = 8;
/** Work after a message of the queue ends within 30 seconds; what is left continues with another message. */
const WORK_MS = 15_000;
/** An attempt that has not ended by then is lost, with the isolate that made it. */
const LEASE_MS = 60_000;
/** Longest delay of a queue message; the sweeper sends what is due later. */
const MAX_WAKE_SECONDS = 43_200;

/** Sends an organization's due deliveries. A slow endpoint delays no other. */
export async function deliverDue(dependencies: Dependencies, message: WakeMessage): Promise<void> {
  const { organizationId, shard } = message;
  const db = dependencies.tenant(shard);
  const endpoints = (await listWebhooks(db, organizationId)).filter(({ status }) => status === 'active');
  await Promise.all(endpoints.map((endpoint) => drain(dependencies, db, endpoint, message)));
}

async function drain(
  dependencies: Dependencies,
  db: TenantDatabase,
  endpoint: WebhookRow,
  message: WakeMessage,
): Promise<void> {
  const { now, wakeWebhooks } = dependencies;
  const started = now();
  for (;;) {
    const at = now();
    const claimed = await claimDeliveries(db, endpoint, { now: at, leaseUntil: at + LEASE_MS, limit: AT_ONCE });
    if (claimed.length === 0) return;
    const waits = await Promise.all(claimed.map((delivery) => attempt(dependencies, db, endpoint, delivery)));
    if (waits.includes('disabled')) return;
    const seconds = waits.flatMap((wait) => (typeof wait === 'number' ? [wait] : []));
    if (seconds.length > 0) await wakeWebhooks(message, Math.min(MAX_WAKE_SECONDS, Math.min(...seconds)));
    if (now() - started > WORK_MS) return wakeWebhooks(message);
  }
}

type Claimed = Awaited<ReturnType<typeof claimDeliveries>>[number];

/** Makes one attempt. Returns the seconds to the next one, `delivered`, or `disabled` if the endpoint is disabled now. */
async function attempt(
  dependencies: Dependencies,
  db: TenantDatabase,
  endpoint: WebhookRow,
  delivery: Claimed,
): Promise<number | 'ended' | 'disabled'> {
  const { now, webhookRetries } = dependencies;
  const { organizationId } = endpoint;
  const sent = await sendEvent(dependencies, db, organizationId, endpoint, delivery);
  const { retryAfter, ...outcome } = sent;
  if (outcome.error === null) {
    await settleAttempt(db, organizationId, delivery, outcome, ended(now(), 'delivered'));
    return 'ended';
  }
  const planned = webhookRetries[delivery.attempts - 1];
  const isGone = outcome.statusCode === HTTP_GONE;
  if (planned === undefined || isGone) {
    await settleAttempt(db, organizationId, delivery, outcome, ended(now(), 'failed'));
    await disableFailedWebhook(dependencies, db, endpoint, isGone ? 'gone' : 'failing');
    return 'disabled';
  }
  const wait = Math.max(planned, retryAfter ?? 0);
  const next = { status: 'pending' as const, nextAttemptAt: now() + wait * 1000, finishedAt: null };
  await settleAttempt(db, organizationId, delivery, outcome, next);
  return wait;
}

const HTTP_GONE = 410;

const ended = (at: number, status: 'delivered' | 'failed') => ({ status, nextAttemptAt: at, finishedAt: at });

async function sendEvent(
  dependencies: Dependencies,
  db: TenantDatabase,
  organizationId: OrganizationId,
  endpoint: WebhookRow,
  delivery: Claimed,
): Promise<Sent> {
  const startedAt = dependencies.now();
  const event = await findEvent(db, organizationId, delivery.eventSequence);
  const unavailable = {
    startedAt,
    milliseconds: 0,
    statusCode: null,
    error: 'payload',
    response: '',
    retryAfter: null,
  } as const;
  if (event === null) return unavailable;
  try {
    const body = await payloadOf(dependencies, db, organizationId, event);
    const id = formatNumberedId('event', event.createdAt, event.sequence);
    return await sendWebhook(dependencies, endpoint, { id, body });
  } catch (error) {
    if (!(error instanceof PayloadUnavailable)) throw error;
    dependencies.log.error('webhook payload unavailable', error, { document_id: event.documentId });
    return unavailable;
  }
}
