import { isInNetworks, type Network } from './networks.ts';

/** More hops than any chain of proxies has; what lies beyond is not read. */
const MAX_HOPS = 20;

/**
 * The address a request comes from, at a server that is reached directly or through proxies of its own. `peer` is the
 * address of the connection. Only a peer among `trusted` is believed what it says in `X-Forwarded-For`, to which each
 * proxy adds the address it was asked from: the last one that is no trusted proxy is the client's. Anybody else chooses
 * what stands there, so it is not read.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusted: readonly Network[]): string {
  if (forwardedFor === undefined || !isInNetworks(peer, trusted)) return plain(peer);
  const hops = forwardedFor.split(',').slice(-MAX_HOPS).map(withoutPort).toReversed();
  let address = peer;
  for (const hop of hops) {
    // A word that is no address says nothing about who is behind it: the proxy that was told it stays.
    if (!isInNetworks(hop, ANYWHERE)) break;
    address = hop;
    if (!isInNetworks(hop, trusted)) break;
  }
  return plain(address);
}

const ANYWHERE: readonly Network[] = [{ bytes: new Uint8Array(16), prefix: 0 }];

/** Some proxies add the port: `203.0.113.7:4711`, `[2001:db8::1]:4711`. */
function withoutPort(text: string): string {
  const hop = text.trim();
  if (hop.startsWith('[')) return hop.slice(1).split(']', 1)[0] ?? '';
  return hop.includes('.') && !hop.startsWith('::') ? (hop.split(':', 1)[0] ?? '') : hop;
}

/** An IPv4 address as itself, also where a socket of both families shows it in mapped form. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
