import { check, type Diagnostics } from 'recheck';
import type { Pattern } from './find-patterns.ts';
import { openRepeats, relaxPattern } from './relax-pattern.ts';

/** How the run time of a pattern grows with the length of a worst-case text. */
export type Growth = 'linear' | 'quadratic' | 'cubic or worse' | 'exponential' | 'unknown';

/** A safeguard: the automaton of a few long alternatives never finishes, all others take milliseconds. */
const AUTOMATON_LIMIT_MS = 20_000;
const SEARCH = {
  /** A safeguard too. The search is limited by letters read, so its verdict does not depend on the machine. */
  timeout: 300_000,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  maxAttackStringSize: 30_000,
  attackLimit: 50_000_000,
} as const;

/** Returns `linear` if that is quickly proved, otherwise undefined: `judgePattern` has to search. */
export async function judgeQuickly(pattern: Pick<Pattern, 'source' | 'flags'>): Promise<'linear' | undefined> {
  return (await judgeRelaxed(pattern)) === 'linear' ? 'linear' : undefined;
}

/**
 * A linear relaxed pattern proves the original linear. Otherwise the original decides, unless only its repeat bounds
 * keep it from exponential time: no bound in a pattern is small enough for that. If the search does not finish, the
 * growth of the relaxed pattern is used, which is an upper bound for the original.
 */
export async function judgePattern({ source, flags }: Pick<Pattern, 'source' | 'flags'>): Promise<Growth> {
  const relaxed = await judgeRelaxed({ source, flags });
  if (relaxed === 'linear') return 'linear';
  const opened = growthOf(await check(openRepeats(source, flags), flags, SEARCH));
  if (opened === 'exponential' || opened === 'linear') return opened;
  const own = growthOf(await check(source, flags, SEARCH));
  return own === 'unknown' ? relaxed : own;
}

async function judgeRelaxed({ source, flags }: Pick<Pattern, 'source' | 'flags'>): Promise<Growth> {
  const options = { checker: 'automaton', timeout: AUTOMATON_LIMIT_MS } as const;
  return growthOf(await check(relaxPattern(source, flags), flags, options));
}

function growthOf(diagnostics: Diagnostics): Growth {
  if (diagnostics.status === 'safe') return 'linear';
  if (diagnostics.status === 'unknown') return 'unknown';
  const { complexity } = diagnostics;
  if (complexity.type === 'exponential') return 'exponential';
  return complexity.degree === 2 ? 'quadratic' : 'cubic or worse';
}
