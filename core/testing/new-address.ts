/** Returns an IPv6 address in a new /64: attempts are counted by network, and all test files share storage. */
export function newAddress(): string {
  const [a = 0, b = 0, c = 0, d = 0] = crypto.getRandomValues(new Uint16Array(4));
  const groups = [0xfd00 + (a & 0xff), b, c, d].map((group) => group.toString(16));
  return `${groups.join(':')}::1`;
}
