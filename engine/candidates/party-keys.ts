import { foldText } from '../normalise/fold-text.ts';
import { PARTY_KEYS, type PartyKey } from './party-keys.data.ts';

/** What a key in the block of a party asks for; undefined for a key that is not known. */
export function keyOf(text: string): PartyKey | undefined {
  const folded = foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return PARTY_KEYS.find(([, pattern]) => pattern.test(folded))?.[0];
}
