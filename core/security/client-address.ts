import { isInNetworks, type Network } from './networks.ts';

/** Maximum number of hops read; more than any real proxy chain. */
const MAX_HOPS = 20;

/**
 * Determines the client address of a request that arrives directly or through the deployment's own proxies. `peer` is
 * the address of the connection. `X-Forwarded-For` is only read if the peer is in `trusted`, because clients can set it
 * freely. Each proxy appends the address it was called from, so the client is the last entry that is not a trusted
 * proxy.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusted: readonly Network[]): string {
  if (forwardedFor === undefined || !isInNetworks(peer, trusted)) return plain(peer);
  const hops = forwardedFor.split(',').slice(-MAX_HOPS).map(withoutPort).toReversed();
  let address = peer;
  for (const hop of hops) {
    // An entry that is not an address identifies nobody: keep the proxy that reported it.
    if (!isInNetworks(hop, ANYWHERE)) break;
    address = hop;
    if (!isInNetworks(hop, trusted)) break;
  }
  return plain(address);
}

const ANYWHERE: readonly Network[] = [{ bytes: new Uint8Array(16), prefix: 0 }];

/** Strips the port that some proxies add: `203.0.113.7:4711`, `[2001:db8::1]:4711`. */
function withoutPort(text: string): string {
  const hop = text.trim();
  if (hop.startsWith('[')) return hop.slice(1).split(']', 1)[0] ?? '';
  return hop.includes('.') && !hop.startsWith('::') ? (hop.split(':', 1)[0] ?? '') : hop;
}

/** Converts the IPv4-mapped form that dual-stack sockets report to plain IPv4. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
