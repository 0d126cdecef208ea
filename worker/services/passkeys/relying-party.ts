import { AppError } from '#core/platform/errors';
import { fromBase64Url } from '#core/security/base64url';
import type { RequestContext } from '../context.ts';

export interface RelyingParty {
  /** The one origin that answers are taken from. */
  readonly origin: string;
  /** The domain passkeys are bound to. */
  readonly id: string;
}

/**
 * Who we are to authenticators. Never taken from a request: whoever sends it chooses its host.
 * @throws AppError `unavailable` when the deployment does not name its address
 */
export function relyingParty({ dependencies }: RequestContext): RelyingParty {
  const { publicUrl } = dependencies;
  if (publicUrl === null)
    throw new AppError('unavailable', 'Passkeys require the public address of this deployment (PUBLIC_URL).');
  return { origin: publicUrl, id: new URL(publicUrl).hostname };
}

/** What authenticators show. */
export const RELYING_PARTY_NAME = 'NeoCaptured';

/** The challenge an answer says it answers; null for an answer of no such form. It is proof of nothing. */
export function claimedChallenge(clientDataJson: string): string | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(fromBase64Url(clientDataJson)));
    const { challenge }: Readonly<Record<string, unknown>> = { ...Object(parsed) };
    return typeof challenge === 'string' ? challenge : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return null;
    throw error;
  }
}

export const passkeyRefused = (cause?: unknown): AppError =>
  new AppError('passkey_refused', 'The passkey was not accepted. Start again.', { cause });
