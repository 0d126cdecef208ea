import { randomToken } from '#core/security/digest';

const ENDING_BYTES = 4;

/** Returns the slug with a random suffix, for a slug that is taken. */
export function withEnding(slug: string): string {
  const ending = randomToken(ENDING_BYTES).toLowerCase();
  return `${slug}-${ending.replaceAll(/[^a-z0-9]/g, '0')}`;
}
