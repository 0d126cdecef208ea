/**
 * Where the API Worker's outbound requests leave this machine: a network service that filters by the address a name
 * resolves to, after it was resolved. The Worker's own guard sees names only (core/security/outbound-url.ts); a name
 * that leads to a private address, or to another one at each question (DNS rebinding), is stopped here.
 */
export interface EgressNetwork {
  readonly allow: string[];
  /** Beats `allow`. */
  readonly deny: string[];
  readonly tlsOptions: { trustBrowserCas: true };
}

/** Networks the runtime counts as public although they lead to IPv4 addresses inside of others, or nowhere (IANA registries). */
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

/** `testAllow` is `EGRESS_TEST_ALLOW`: tests reach ports of this machine, which the Worker's guard tells apart. */
export function egressNetwork(testAllow: string | undefined): EgressNetwork {
  return {
    allow: ['public', ...(testAllow ? THIS_MACHINE : [])],
    deny: [...NOT_PUBLIC],
    tlsOptions: { trustBrowserCas: true },
  };
}
