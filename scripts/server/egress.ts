/**
 * Network service for the API Worker's outbound requests. Filters by IP address after name resolution. The Worker's own
 * guard only sees names (core/security/outbound-url.ts); names that resolve to a private address, or to a different one
 * on each query (DNS rebinding), are blocked here.
 */
export interface EgressNetwork {
  readonly allow: string[];
  /** Takes precedence over `allow`. */
  readonly deny: string[];
  readonly tlsOptions: { trustBrowserCas: true };
}

/**
 * Networks that the runtime treats as public although they embed IPv4 addresses or are unroutable (IANA registries).
 */
const NOT_PUBLIC = [
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fec0::/10',
  '100.64.0.0/10',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const THIS_MACHINE = ['127.0.0.1/32', '::1/128'];

/** `testAllow` is `EGRESS_TEST_ALLOW`: tests reach ports of this machine, which the Worker's guard distinguishes. */
export function egressNetwork(testAllow: string | undefined): EgressNetwork {
  return {
    allow: ['public', ...(testAllow ? THIS_MACHINE : [])],
    deny: [...NOT_PUBLIC],
    tlsOptions: { trustBrowserCas: true },
  };
}
