import { formatId, type IdKind, type IdOf } from '../domain/id.ts';

/** Returns a new id from cryptographic randomness. `now` is Unix milliseconds. */
export function newId<K extends IdKind>(kind: K, now: number): IdOf<K> {
  return formatId(kind, now, crypto.getRandomValues(new Uint8Array(10)));
}
