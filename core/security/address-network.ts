const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/i;

export const isLoopback = (ip: string): boolean => LOOPBACK.test(ip);

/**
 * Returns whether a `Host` header refers to this machine: `localhost` (RFC 6761 §6.3) or a loopback address, with any
 * port.
 */
export function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase().replace(/:\d{1,5}$/, '');
  return name === 'localhost' || isLoopback(name.replace(/^\[|\]$/g, ''));
}

/**
 * Returns the part of an address assigned to one network customer: an IPv4 address, or the /64 of an IPv6 address (RFC
 * 4291). The owner of an IPv6 address has 2^64 of them, so counting single addresses would throttle nobody.
 */
export function addressNetwork(ip: string): string {
  if (!ip.includes(':')) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [head = '', tail] = ip.toLowerCase().split('%', 1)[0]?.split('::') ?? [];
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const all = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  const network = all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}
