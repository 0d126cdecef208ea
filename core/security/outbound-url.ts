import { isInNetworks, type Network, parseNetwork } from './networks.ts';

/**
 * Returns whether a Worker may request a configured URL (identity providers, leaked-password lookups, webhooks). Only
 * https to public hosts is allowed, to prevent SSRF into private networks. `testAllow` lists `host:port` on this
 * machine for tests; it is empty in production.
 *
 * Names that resolve to private addresses cannot be detected here. The local server's egress service filters after
 * resolution (scripts/server/egress.ts); a deployed Worker resolves names outside of any private network.
 */
export function isAllowedOutbound(address: string | URL, testAllow: ReadonlySet<string>): boolean {
  const url = URL.parse(address);
  if (url?.username !== '' || url.password !== '') return false;
  if (testAllow.has(url.host)) return url.protocol === 'http:' || url.protocol === 'https:';
  return url.protocol === 'https:' && isPublicHost(url.hostname);
}

/**
 * Names that are never public (RFC 6761, 6762, 7686, 8375, 9476 and the IANA special-use registry), and names that
 * operating systems and cloud machines use for themselves.
 */
const PRIVATE_NAME =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|lan|home|home\.arpa|test|example|invalid|onion|alt)$/;

const networks = (texts: readonly string[]): readonly Network[] => texts.flatMap((text) => parseNetwork(text) ?? []);

/** The complete IANA IPv4 special-purpose registry (RFC 6890), plus multicast and reserved space. */
const SPECIAL_IPV4 = networks([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]);

/** IPv4-mapped IPv6, the form `networks.ts` uses for IPv4. */
const MAPPED_IPV4 = networks(['::ffff:0:0/96']);

/**
 * The only block with global unicast addresses (RFC 4291 §2.4). Everything else is refused implicitly: loopback and
 * IPv4-compatible (`::/96`), translated IPv4 (`64:ff9b::/96`, `64:ff9b:1::/48`), discard and dummy (`100::/64`,
 * `100:0:0:1::/64`), segment routing (`5f00::/16`), unique local, link and site local, multicast.
 */
const GLOBAL_UNICAST = networks(['2000::/3']);

/**
 * The IANA IPv6 special-purpose registry within global unicast: protocol assignments (Teredo), documentation, 6to4,
 * AS112.
 */
const SPECIAL_IPV6 = networks(['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']);

/** ISATAP interface identifiers (RFC 5214 §6.1) contain an IPv4 address after these groups, with any prefix. */
const ISATAP = /(?:^|:)(?:0{0,3}[02]00|0{1,4}|):?5efe:[0-9a-f]{1,4}:[0-9a-f]{1,4}$/;

function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (parseNetwork(host) === null) return host.includes('.') && !PRIVATE_NAME.test(host);
  if (isInNetworks(host, MAPPED_IPV4)) return !isInNetworks(host, SPECIAL_IPV4);
  return isInNetworks(host, GLOBAL_UNICAST) && !isInNetworks(host, SPECIAL_IPV6) && !ISATAP.test(host);
}
