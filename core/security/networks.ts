/**
 * Networks in CIDR notation (RFC 4632, RFC 4291 §2.3) and address matching. IPv4 is handled as IPv4-mapped IPv6
 * (`::ffff:a.b.c.d`, RFC 4291 §2.5.5.2), so that both notations match the same. Pure.
 */
export interface Network {
  /** 16 bytes; bits after the prefix are zero. */
  readonly bytes: Uint8Array;
  /** Length of the prefix in bits, 0 to 128. */
  readonly prefix: number;
}

const IPV4_PREFIX_BITS = 96;
const DECIMAL = /^(0|[1-9]\d{0,2})$/;
const GROUP = /^[0-9a-f]{1,4}$/i;

/** Parses a network or a single address; null if invalid, including bits set after the prefix. */
export function parseNetwork(text: string): Network | null {
  const [address = '', length, ...rest] = text.split('/');
  const bytes = parseAddress(address);
  if (!bytes || rest.length > 0) return null;
  if (length === undefined) return { bytes, prefix: 128 };
  if (!DECIMAL.test(length)) return null;
  const prefix = Number(length) + (address.includes(':') ? 0 : IPV4_PREFIX_BITS);
  if (prefix > 128 || !bytes.every((byte, at) => (byte & ~maskAt(prefix, at) & 0xff) === 0)) return null;
  return { bytes, prefix };
}

/** Parses a stored JSON list of networks. Invalid entries are dropped, so they allow nobody in. */
export function readNetworkList(json: string): readonly Network[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list)
    ? list.flatMap((each) => (typeof each === 'string' ? (parseNetwork(each) ?? []) : []))
    : [];
}

/** Returns whether every address of `inner` is in one of `outer`. */
export function isNetworkWithin(inner: Network, outer: readonly Network[]): boolean {
  return outer.some((network) => network.prefix <= inner.prefix && contains(network, inner.bytes));
}

/** Returns whether the address is in one of the networks; false if it is invalid. */
export function isInNetworks(ip: string, networks: readonly Network[]): boolean {
  const address = parseAddress(ip);
  return address !== null && networks.some((network) => contains(network, address));
}

function contains({ bytes, prefix }: Network, address: Uint8Array): boolean {
  return bytes.every((byte, at) => byte === ((address[at] ?? 0) & maskAt(prefix, at)));
}

/** Returns the mask of byte `at` for a prefix of this many bits. */
const maskAt = (prefix: number, at: number): number => (0xff00 >> Math.min(8, Math.max(0, prefix - at * 8))) & 0xff;

function parseAddress(text: string): Uint8Array | null {
  if (!text.includes(':')) {
    const v4 = parseIpv4(text);
    return v4 && Uint8Array.from([...Array<number>(10).fill(0), 0xff, 0xff, ...v4]);
  }
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = halves.map((half, at) => parseGroups(half, at === halves.length - 1));
  if (!head || tail === null) return null;
  const missing = 16 - head.length - (tail?.length ?? 0);
  if (tail === undefined ? missing !== 0 : missing < 2) return null;
  return Uint8Array.from([...head, ...Array<number>(missing).fill(0), ...(tail ?? [])]);
}

/** Parses `1:2:3` to bytes; the last group may be an IPv4 address. Null if any group is invalid. */
function parseGroups(text: string, last: boolean): readonly number[] | null {
  if (text === '') return [];
  const groups = text.split(':');
  const bytes = groups.map((group, at) => {
    if (last && at === groups.length - 1 && group.includes('.')) return parseIpv4(group);
    return GROUP.test(group) ? [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff] : null;
  });
  return bytes.some((each) => each === null) ? null : bytes.flatMap((each) => each ?? []);
}

function parseIpv4(text: string): readonly number[] | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => DECIMAL.test(part))) return null;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}
