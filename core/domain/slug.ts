import { INPUT_LIMITS } from './input-limits.ts';

/** Used for names without any Latin letter or digit. */
const FALLBACK = 'organization';

/**
 * Returns the readable part of an organization's URL: `Müller & Söhne` becomes `muller-sohne`. Not unique by itself.
 */
export function slugOf(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, INPUT_LIMITS.slug)
    .replace(/^-|-$/g, '');
  return ascii === '' ? FALLBACK : ascii;
}
