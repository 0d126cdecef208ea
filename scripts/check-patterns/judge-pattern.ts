import { check, type Diagnostics } from 'recheck';
import type { Pattern } from './find-patterns.ts';
import { openRepeats, relaxPattern } from './relax-pattern.ts';

/** How the work of a pattern grows with the length of a text made to be slow. */
export type Growth = 'linear' | 'quadratic' | 'cubic or worse' | 'exponential' | 'unknown';

/** The automaton of some long alternatives is too large to finish; the search for a slow text takes its place. */
const AUTOMATON_LIMIT_MS = 5_000;
const SEARCH = {
  timeout: 120_000,
  // The search counts letters read, not time, so that its verdict does not depend on the machine.
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  maxAttackStringSize: 30_000,
  attackLimit: 50_000_000,
} as const;

/**
 * A relaxed pattern that takes linear time clears the original. Where it does not, the original decides, unless its
 * bounds are all that keeps it from exponential time: no bound in a pattern is small enough for that.
 */
export async function judgePattern({ source, flags }: Pick<Pattern, 'source' | 'flags'>): Promise<Growth> {
  const options = { checker: 'automaton', timeout: AUTOMATON_LIMIT_MS } as const;
  const relaxed = growthOf(await check(relaxPattern(source, flags), flags, options));
  if (relaxed === 'linear') return 'linear';
  const opened = growthOf(await check(openRepeats(source, flags), flags, SEARCH));
  if (opened === 'exponential' || opened === 'linear') return opened;
  return growthOf(await check(source, flags, SEARCH));
}

function growthOf(diagnostics: Diagnostics): Growth {
  if (diagnostics.status === 'safe') return 'linear';
  if (diagnostics.status === 'unknown') return 'unknown';
  const { complexity } = diagnostics;
  if (complexity.type === 'exponential') return 'exponential';
  return complexity.degree === 2 ? 'quadratic' : 'cubic or worse';
}
