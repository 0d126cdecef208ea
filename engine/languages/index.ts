import { ALL } from './all.generated.ts';
import type { Language } from './language.ts';

/** Every language the engine reads, by precedence: where two share a word, the first one decides. */
export const LANGUAGES: readonly Language[] = [...ALL].sort((a, b) => a.precedence - b.precedence);
