import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { repeatOnce } from '#core/platform/transient-fault';
import { sha256Hex } from '#core/security/digest';
import { seal, unseal } from '#core/security/seal';
import type { AuditEvent } from '#core/store/audit';
import { claimRequest, keepAnswer, type RequestClaim, releaseRequest } from '#core/store/idempotent-requests';
import type { SignedInContext } from './context.ts';
import type { KeptAnswer, Turn } from './turn.ts';

/** A request without an answer for so long has lost its Worker; whoever repeats it then may work. */
const AT_WORK_MS = 60_000;

/**
 * Lets a request with this `Idempotency-Key` work once (IETF draft-ietf-httpapi-idempotency-key-header): the answer of
 * the first is kept, sealed because it may hold a secret, and given again. Keys count per caller and operation.
 * @throws AppError `idempotency_mismatch` for another request under the key, `not_ready` while the first is at work
 */
export async function takeTurn(
  context: SignedInContext,
  key: string,
  request: { readonly operation: string; readonly content: string; readonly successStatus: number },
): Promise<{ readonly turn: Turn } | { readonly kept: KeptAnswer }> {
  const { caller, dependencies } = context;
  const { control, sealingKeys, settings, now } = dependencies;
  const at = now();
  const claim: RequestClaim = {
    organizationId: caller.organizationId,
    // Who works in somebody's name gets no answers of that person.
    callerId: caller.impersonatorId ?? caller.id,
    key: await sha256Hex(`${request.operation}\n${key}`),
    claim: newId('event', at),
  };
  const content = await sha256Hex(request.content);
  const times = { now: at, keptSince: at - settings.IDEMPOTENCY_SECONDS * 1000, atWorkSince: at - AT_WORK_MS };
  const open = async (status: number, sealedBody: string): Promise<KeptAnswer> => ({
    status,
    body: await unseal(sealingKeys, purposeOf(claim), sealedBody),
  });
  const earlier = await repeatOnce(() => claimRequest(control, claim, content, times));
  if (earlier === null) {
    const turn: Turn = {
      claim,
      successStatus: request.successStatus,
      finish: async ({ status, body }) => {
        const sealed = { status, sealedBody: await sealFor(context, claim, body) };
        await repeatOnce(async () => void (await keepAnswer(control, claim, sealed)));
      },
      abandon: async () => {
        const row = await repeatOnce(() => releaseRequest(control, claim));
        if (row === null || row.status === null || row.sealedBody === null) return null;
        return open(row.status, row.sealedBody);
      },
    };
    return { turn };
  }
  if (earlier.request !== content)
    throw new AppError('idempotency_mismatch', 'This Idempotency-Key was used for another request.');
  if (earlier.status === null || earlier.sealedBody === null)
    throw new AppError('not_ready', 'The first request with this Idempotency-Key is still in progress.', {
      retryAfterSeconds: 1,
    });
  return { kept: await open(earlier.status, earlier.sealedBody) };
}

/**
 * The event of a change together with what its request answers: a store writes both in the batch of the change, so a
 * repetition gets this answer if and only if the change was made, wherever the request broke off. `body` is what the
 * route sends as JSON; left out where it sends none.
 */
export async function withAnswer(context: SignedInContext, event: AuditEvent, body?: unknown): Promise<AuditEvent> {
  const { turn } = context;
  if (!turn) return event;
  const { claim, successStatus: status } = turn;
  const sealedBody = await sealFor(context, claim, body === undefined ? '' : JSON.stringify(body));
  return { ...event, answer: { claim, sealed: { status, sealedBody }, eventId: newId('audit', event.occurredAt) } };
}

const purposeOf = ({ organizationId, callerId, key }: RequestClaim): string =>
  `idempotent:${organizationId}:${callerId}:${key}`;

const sealFor = ({ dependencies }: SignedInContext, claim: RequestClaim, body: string): Promise<string> =>
  seal(dependencies.sealingKeys, purposeOf(claim), body);
