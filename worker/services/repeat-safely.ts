import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { repeatOnce } from '#core/platform/transient-fault';
import { sha256Hex } from '#core/security/digest';
import { seal, unseal } from '#core/security/seal';
import type { AuditEvent } from '#core/store/audit';
import { claimRequest, keepAnswer, type RequestClaim, releaseRequest } from '#core/store/idempotent-requests';
import type { SignedInContext } from './context.ts';
import type { KeptAnswer, Turn } from './turn.ts';

/** A request without a response after this time is assumed lost; a repeated request may then proceed. */
const AT_WORK_MS = 60_000;

/**
 * Processes a request with an `Idempotency-Key` once (IETF draft-ietf-httpapi-idempotency-key-header): the first
 * response is stored, encrypted because it may contain a secret, and returned again. Keys are scoped to caller and
 * operation.
 * @throws AppError `idempotency_mismatch` for a different request with the same key, `not_ready` while the first is in
 * progress
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
    // Impersonators never get responses stored for the user.
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
 * Returns the event of a change with the request's response attached. The store writes both in the batch of the change,
 * so that a repeated request gets the response if and only if the change was made, wherever the request failed. `body`
 * is the route's JSON response; omitted if there is none.
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
