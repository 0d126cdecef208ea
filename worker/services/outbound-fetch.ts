import { isAllowedOutbound } from '#core/security/outbound-url';
import type { Dependencies } from './context.ts';

/** A request to an address that the outbound guard forbids, or an answer that leads elsewhere. */
class OutboundRefused extends Error {
  override readonly name = 'OutboundRefused';
}

/**
 * `fetch` for addresses that come from configuration, the only way out of the product besides mail servers: guarded by
 * address here and, where the runtime can, by what a name resolves to (`EGRESS`); without redirects, because each hop
 * would have to be guarded too; and with an end. @throws OutboundRefused, and what `fetch` throws
 */
export function outboundFetch({ fetch, signInPolicy, settings }: Dependencies) {
  return async (address: string, init: RequestInit = {}): Promise<Response> => {
    if (!isAllowedOutbound(address, signInPolicy.egressTestAllow))
      throw new OutboundRefused(`not an allowed address: ${address}`);
    const signal = init.signal ?? AbortSignal.timeout(settings.PROVIDER_TIMEOUT_MILLISECONDS);
    const answer = await fetch(address, { ...init, redirect: 'manual', signal });
    if (answer.status >= 300 && answer.status < 400) throw new OutboundRefused(`${address} redirects`);
    return answer;
  };
}
