import fc from 'fast-check';
import { check } from 'recheck';
import { expect, test } from 'vitest';
import { isSafePattern } from '#core/domain/safe-pattern';

const atom = fc.constantFrom(
  'a',
  '-',
  '\\d',
  '\\w',
  '.',
  '[A-Z]',
  '[^x]',
  '\\s',
  '(?:ab|a)',
  '(b|c)',
  '(?:\\d+)',
  '(\\w*-)',
);
/** Only a hang reaches this: judging takes seconds on a busy machine. */
const HANGS_MS = 240_000;

const repeat = fc.constantFrom('', '', '', '+', '*', '?', '{2}', '{1,3}', '{0,9}', '{2,}');
const part = fc.tuple(atom, repeat).map(([one, times]) => one + times);
const pattern = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));

test('a pattern of a person that is accepted takes at most the square of the value', async () => {
  let judged = 0;
  await fc.assert(
    fc.asyncProperty(pattern, async (source) => {
      fc.pre(isSafePattern(source));
      const found = await check(`^(?:${source})$`, 'u', { checker: 'automaton', timeout: HANGS_MS });
      expect(found.status).not.toBe('unknown');
      const growth = found.status === 'vulnerable' ? found.complexity : undefined;
      expect(growth?.type).not.toBe('exponential');
      if (growth?.type === 'polynomial') expect(growth.degree).toBeLessThanOrEqual(2);
      judged += 1;
    }),
    { numRuns: 60, seed: 4711 },
  );
  expect(judged).toBeGreaterThan(40);
});

test('what the tool calls exponential is not accepted', async () => {
  for (const source of ['(?:a|aa)+', '(\\d+)*', '(?:\\w+\\s?)+', '(a*)*b']) {
    expect((await check(`^(?:${source})$`, 'u', { checker: 'automaton', timeout: HANGS_MS })).status).toBe(
      'vulnerable',
    );
    expect(isSafePattern(source)).toBe(false);
  }
});
