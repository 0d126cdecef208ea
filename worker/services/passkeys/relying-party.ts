import { AppError } from '#core/platform/errors';
import { fromBase64Url } from '#core/security/base64url';
import type { RequestContext } from '../context.ts';

export interface RelyingParty {
  /** The only accepted origin of responses. */
  readonly origin: string;
  /** Domain that passkeys are bound to. */
  readonly id: string;
}

/**
 * The relying party. Never taken from a request, because the sender controls its host.
 * @throws AppError `unavailable` if the public URL is not configured
 */
export function relyingParty({ dependencies }: RequestContext): RelyingParty {
  const { publicUrl } = dependencies;
  if (publicUrl === null)
    throw new AppError('unavailable', 'Passkeys require the public address of this deployment (PUBLIC_URL).');
  return { origin: publicUrl, id: new URL(publicUrl).hostname };
}

/** Name shown by authenticators. */
export const RELYING_PARTY_NAME = 'NeoCaptured';

/** Returns the challenge a response claims to answer; null if malformed. Unverified. */
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
