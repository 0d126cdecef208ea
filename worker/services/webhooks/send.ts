import { type AttemptError, WEBHOOK_LIMITS } from '#core/domain/webhooks';
import { unseal } from '#core/security/seal';
import { signWebhook } from '#core/security/webhook-signature';
import type { AttemptOutcome } from '#core/store/webhook-deliveries';
import type { WebhookRow } from '#core/store/webhooks';
import type { Dependencies } from '../context.ts';
import { OutboundRefused, outboundFetch } from '../outbound-fetch.ts';
import { secretPurpose } from './create.ts';

/** Outcome of a request, and the wait that the receiver asked for, in seconds. */
export interface Sent extends AttemptOutcome {
  readonly retryAfter: number | null;
}

/** Sends one signed request (Standard Webhooks). Never throws for what the receiver does. */
export async function sendWebhook(
  dependencies: Dependencies,
  webhook: WebhookRow,
  message: { readonly id: string; readonly body: string },
): Promise<Sent> {
  const { now, settings } = dependencies;
  const startedAt = now();
  const timestamp = Math.floor(startedAt / 1000);
  const signature = await signWebhook(await secretsOf(dependencies, webhook, startedAt), { ...message, timestamp });
  const ended = (rest: Pick<Sent, 'statusCode' | 'error' | 'response'> & { readonly retryAfter?: number | null }) => ({
    retryAfter: null,
    ...rest,
    startedAt,
    milliseconds: Math.max(0, now() - startedAt),
  });
  try {
    const answer = await outboundFetch(dependencies)(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'NeoCaptured-Webhooks/1',
        'webhook-id': message.id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signature,
      },
      body: message.body,
      signal: AbortSignal.timeout(settings.WEBHOOK_TIMEOUT_MILLISECONDS),
    });
    const response = await readBeginning(answer);
    const error = answer.ok ? null : 'status';
    return ended({ statusCode: answer.status, error, response, retryAfter: retryAfterOf(answer, now()) });
  } catch (error) {
    return ended({ statusCode: null, error: failureOf(error), response: '' });
  }
}

/** The secrets that sign now, the current one first. */
async function secretsOf(
  { sealingKeys }: Dependencies,
  { id, sealedSecret, sealedPreviousSecret, previousSecretUntil }: WebhookRow,
  now: number,
): Promise<readonly string[]> {
  const isInOverlap = sealedPreviousSecret !== null && previousSecretUntil !== null && now < previousSecretUntil;
  const sealed = isInOverlap ? [sealedSecret, sealedPreviousSecret] : [sealedSecret];
  return Promise.all(sealed.map((each) => unseal(sealingKeys, secretPurpose(id), each)));
}

function failureOf(error: unknown): AttemptError {
  if (error instanceof OutboundRefused) return error.reason;
  return error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'connection';
}

/** The first bytes of a response as text; the rest is not read. */
async function readBeginning(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  try {
    while (text.length < WEBHOOK_LIMITS.response) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value.subarray(0, WEBHOOK_LIMITS.response), { stream: true });
    }
  } finally {
    // The connection may already be broken, which changes nothing: the status has arrived.
    await reader.cancel().catch(() => undefined);
  }
  return text.slice(0, WEBHOOK_LIMITS.response).replaceAll('\0', '');
}

/** `Retry-After` in seconds, from a number or a date (RFC 9110 §10.2.3); null without a usable one. */
function retryAfterOf(answer: Response, now: number): number | null {
  const text = answer.headers.get('retry-after');
  if (text === null) return null;
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - now) / 1000);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, WEBHOOK_LIMITS.retryAfter) : null;
}
