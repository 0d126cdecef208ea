import { AppError } from '#core/platform/errors';
import { sha256Hex } from '#core/security/digest';
import { seal, unseal } from '#core/security/seal';
import { claimRequest, keepAnswer, type RequestName, releaseRequest } from '#core/store/idempotent-requests';
import type { SignedInContext } from './context.ts';

/** A request without an answer for so long has lost its Worker; whoever repeats it then may work. */
const AT_WORK_MS = 60_000;

/** What was answered; `body` is empty where there was none. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: string;
}

/** A request that may work, and what it does with its answer. */
export interface Turn {
  /** The answer, given again to whoever repeats the request; null: nothing came of it, a repetition may try. */
  finish(answer: KeptAnswer | null): Promise<void>;
}

/**
 * Lets a request with this `Idempotency-Key` work once (IETF draft-ietf-httpapi-idempotency-key-header): the answer of
 * the first is kept, sealed because it may hold a secret, and given again. Keys count per caller and operation.
 * @throws AppError `idempotency_mismatch` for another request under the key, `not_ready` while the first is at work
 */
export async function takeTurn(
  { caller, dependencies }: SignedInContext,
  key: string,
  request: { readonly operation: string; readonly content: string },
): Promise<{ readonly turn: Turn } | { readonly kept: KeptAnswer }> {
  const { control, sealingKeys, settings, now } = dependencies;
  const at = now();
  const name: RequestName = {
    organizationId: caller.organizationId,
    // Who works in somebody's name gets no answers of that person.
    callerId: caller.impersonatorId ?? caller.id,
    key: await sha256Hex(`${request.operation}\n${key}`),
  };
  const purpose = `idempotent:${name.organizationId}:${name.callerId}:${name.key}`;
  const content = await sha256Hex(request.content);
  const times = { now: at, keptSince: at - settings.IDEMPOTENCY_SECONDS * 1000, atWorkSince: at - AT_WORK_MS };
  const earlier = await claimRequest(control, name, content, times);
  if (earlier === null) {
    const finish = async (answer: KeptAnswer | null): Promise<void> => {
      if (answer === null) return releaseRequest(control, name, at);
      const sealedBody = await seal(sealingKeys, purpose, answer.body);
      await keepAnswer(control, name, at, { status: answer.status, sealedBody });
    };
    return { turn: { finish } };
  }
  if (earlier.request !== content)
    throw new AppError('idempotency_mismatch', 'This Idempotency-Key was used for another request.');
  if (earlier.status === null || earlier.sealedBody === null)
    throw new AppError('not_ready', 'The first request with this Idempotency-Key is still at work.', {
      retryAfterSeconds: 1,
    });
  return { kept: { status: earlier.status, body: await unseal(sealingKeys, purpose, earlier.sealedBody) } };
}
