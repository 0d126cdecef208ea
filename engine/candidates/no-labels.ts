import type { Token } from '../normalise/fold-text.ts';

/** Places where the words of a label are none. */

/** "PO Box 12": an address line, not an order number. */
export function isPostBox([first]: readonly string[], tokens: readonly Token[], at: number): boolean {
  if (first !== 'po' && first !== 'p') return false;
  return tokens.slice(at + 1, at + 3).some(({ text }) => text === 'box');
}

/** "PO-41002", "INV/77": an abbreviation joined to a number is the beginning of that number. */
export function isNumberPrefix(
  {
    tokens: phrase,
    roles,
  }: { readonly tokens: readonly string[]; readonly roles: readonly { readonly role: string }[] },
  tokens: readonly Token[],
  at: number,
  text: string,
): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (phrase.length !== 1 || token === undefined || token.text.length > LONGEST_PREFIX) return false;
  const isJoined = next !== undefined && /^[-_/]$/.test(text.slice(token.end, next.start)) && /^\d/.test(next.text);
  return isJoined && roles.some(({ role }) => NUMBER_ROLES.has(role)) && !/^\s?%/.test(text.slice(next.end));
}

const LONGEST_PREFIX = 4;
const NUMBER_ROLES: ReadonlySet<string> = new Set([
  'invoice_number',
  'order_number',
  'purchase_order_number',
  'contract_number',
  'customer_id',
  'account_number',
  'payment_reference',
]);
