import { isAllowedOutbound } from '#core/security/outbound-url';
import type { Dependencies } from './context.ts';

/** A request to a URL the outbound guard forbids, or a response that redirects. */
export class OutboundRefused extends Error {
  override readonly name = 'OutboundRefused';
  readonly reason: 'address' | 'redirect';

  constructor(reason: 'address' | 'redirect', message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * `fetch` for configured URLs; apart from mail servers, the only outbound connection of the product. Guarded by URL
 * here and, where the runtime supports it, by resolved IP address (`EGRESS`). Does not follow redirects, since each hop
 * would need the same checks, and has a timeout. @throws OutboundRefused, and what `fetch` throws
 */
export function outboundFetch({ fetch, signInPolicy, settings }: Dependencies) {
  return async (address: string, init: RequestInit = {}): Promise<Response> => {
    if (!isAllowedOutbound(address, signInPolicy.egressTestAllow))
      throw new OutboundRefused('address', `not an allowed address: ${address}`);
    const signal = init.signal ?? AbortSignal.timeout(settings.PROVIDER_TIMEOUT_MILLISECONDS);
    const answer = await fetch(address, { ...init, redirect: 'manual', signal });
    if (answer.status >= 300 && answer.status < 400) throw new OutboundRefused('redirect', `${address} redirects`);
    return answer;
  };
}
