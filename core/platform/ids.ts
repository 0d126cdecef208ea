import { formatId, type IdKind, type IdOf } from '../domain/id.ts';

/** A new id from the platform's cryptographic randomness. `now` is Unix milliseconds. */
export function newId<K extends IdKind>(kind: K, now: number): IdOf<K> {
  return formatId(kind, now, crypto.getRandomValues(new Uint8Array(10)));
}
