import { check, type Diagnostics } from 'recheck';
import type { Pattern } from './find-patterns.ts';
import { relaxPattern } from './relax-pattern.ts';

/** How the work of a pattern grows with the length of a text made to be slow. */
export type Growth = 'linear' | 'quadratic' | 'cubic or worse' | 'exponential' | 'unknown';

/** The automaton of some long alternatives is too large to finish; the search for a slow text takes its place. */
const AUTOMATON_LIMIT_MS = 5_000;
const SEARCH_LIMIT_MS = 60_000;

/**
 * Judges a pattern by its relaxed form first. Where that one is polynomial, the original decides, because its bounds
 * keep the product of a few repeats small; where it is exponential, no bound in the pattern is small enough.
 */
export async function judgePattern({ source, flags }: Pick<Pattern, 'source' | 'flags'>): Promise<Growth> {
  const options = { checker: 'automaton', timeout: AUTOMATON_LIMIT_MS } as const;
  const relaxed = growthOf(await check(relaxPattern(source, flags), flags, options));
  if (relaxed === 'linear' || relaxed === 'exponential') return relaxed;
  return growthOf(await check(source, flags, { timeout: SEARCH_LIMIT_MS }));
}

function growthOf(diagnostics: Diagnostics): Growth {
  if (diagnostics.status === 'safe') return 'linear';
  if (diagnostics.status === 'unknown') return 'unknown';
  const { complexity } = diagnostics;
  if (complexity.type === 'exponential') return 'exponential';
  return complexity.degree === 2 ? 'quadratic' : 'cubic or worse';
}
