/**
 * Prefixed, time-sortable ids: `doc_` + 26 characters of Crockford base 32 (48 bits of Unix milliseconds, 80 random
 * bits), the ULID layout in lower case. Source: github.com/ulid/spec.
 */
export const ID_PREFIXES = {
  user: 'usr',
  organization: 'org',
  membership: 'mem',
  workspace: 'wsp',
  session: 'ses',
  apiKey: 'key',
  document: 'doc',
  job: 'job',
  outbox: 'obx',
  usage: 'use',
  audit: 'aud',
  batch: 'bat',
  template: 'tpl',
  webhook: 'whk',
  event: 'evt',
  delivery: 'dlv',
  request: 'req',
  invitation: 'inv',
  role: 'rol',
  mail: 'mal',
  grant: 'gra',
  passkey: 'psk',
  linkedIdentity: 'lid',
  identityProvider: 'idp',
  securityEvent: 'sec',
  comment: 'cmt',
  view: 'viw',
  rule: 'rul',
  export: 'exp',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

export type UserId = string & { readonly __id: 'user' };
export type OrganizationId = string & { readonly __id: 'organization' };
export type DocumentId = string & { readonly __id: 'document' };
export type JobId = string & { readonly __id: 'job' };
export type SessionId = string & { readonly __id: 'session' };
export type ApiKeyId = string & { readonly __id: 'apiKey' };

type Branded = {
  user: UserId;
  organization: OrganizationId;
  document: DocumentId;
  job: JobId;
  session: SessionId;
  apiKey: ApiKeyId;
};
export type IdOf<K extends IdKind> = K extends keyof Branded ? Branded[K] : string;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_LENGTH = 10;
const RANDOM_BYTES = 10;

/** `random` must hold at least 10 bytes from a cryptographic source; `now` is Unix milliseconds. */
export function formatId<K extends IdKind>(kind: K, now: number, random: Uint8Array): IdOf<K> {
  const time = digits(now, TIME_LENGTH);
  let bits = 0;
  let width = 0;
  let tail = '';
  for (let i = 0; i < RANDOM_BYTES; i++) {
    bits = (bits << 8) | (random[i] ?? 0);
    width += 8;
    while (width >= 5) {
      width -= 5;
      tail += ALPHABET.charAt((bits >>> width) & 31);
    }
    bits &= (1 << width) - 1;
  }
  return `${ID_PREFIXES[kind]}_${time}${tail}` as IdOf<K>;
}

/**
 * Id of a row that the database numbers: the time, then the number instead of random digits. Sorts like the numbers of
 * rows created at the same time.
 */
export function formatNumberedId<K extends IdKind>(kind: K, now: number, number: number): IdOf<K> {
  return `${ID_PREFIXES[kind]}_${digits(now, TIME_LENGTH)}${digits(number, NUMBER_LENGTH)}` as IdOf<K>;
}

/** The number in such an id; null for any other text. */
export function numberOfId(kind: IdKind, id: string): number | null {
  if (!isId(kind, id)) return null;
  let number = 0;
  for (const digit of id.slice(-NUMBER_LENGTH)) number = number * 32 + ALPHABET.indexOf(digit);
  return Number.isSafeInteger(number) ? number : null;
}

const NUMBER_LENGTH = 16;

function digits(value: number, length: number): string {
  let text = '';
  let rest = value;
  for (let place = 0; place < length; place++) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

const BODY = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** Returns whether `value` has the format of an id of that kind. Does not check that it exists. */
export function isId<K extends IdKind>(kind: K, value: string): value is IdOf<K> & string {
  const prefix = `${ID_PREFIXES[kind]}_`;
  return value.startsWith(prefix) && BODY.test(value.slice(prefix.length));
}
