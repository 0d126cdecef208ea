import { isInNetworks, type Network, parseNetwork } from './networks.ts';

/**
 * Addresses that a Worker may be sent to by what somebody configured (identity providers, later webhooks): https to a
 * public name, so that no configuration reaches into a private network (SSRF). `testAllow` names `host:port` that tests
 * may reach on this machine; it is empty in production. A name that resolves to a private address is not seen here:
 * Workers resolve names themselves, outside of any private network.
 */
export function isAllowedOutbound(address: string | URL, testAllow: ReadonlySet<string>): boolean {
  const url = URL.parse(address);
  if (url?.username !== '' || url.password !== '') return false;
  if (testAllow.has(url.host)) return url.protocol === 'http:' || url.protocol === 'https:';
  return url.protocol === 'https:' && isPublicHost(url.hostname);
}

/** Names that are never public (RFC 6761, RFC 6762, RFC 8375) and what cloud machines call themselves. */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|home\.arpa|test|example|invalid|onion)$/;

/** Special-purpose networks (RFC 6890 and its registries). */
const PRIVATE_NETWORKS: readonly Network[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '::/127',
  '64:ff9b::/96',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
].flatMap((text) => parseNetwork(text) ?? []);

function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (parseNetwork(host) !== null) return !isInNetworks(host, PRIVATE_NETWORKS);
  return host.includes('.') && !PRIVATE_NAME.test(host);
}
