import type { Plugin } from 'vite';
import type {} from 'vitest/config';

const TEST = /\.test\.tsx?$/;

/**
 * Property tests use the same values in every run, so that failures are reproducible. `npm run test:properties` tries
 * other values; each failure it finds becomes an explicit example in the test.
 */
export function fixedSeed(seed: number): Plugin {
  return {
    name: 'fixed-seed',
    enforce: 'pre',
    // The seed becomes part of a test's cached code.
    configureVitest({ experimental_defineCacheKeyGenerator: addToKey }) {
      addToKey(({ id }) => (TEST.test(id) ? `seed ${seed}` : undefined));
    },
    transform(code, id) {
      if (!TEST.test(id) || !/^import fc from 'fast-check';$/m.test(code)) return undefined;
      // Appended at the end: tests run only after their file has been loaded, and line numbers do not change.
      return { code: `${code}\nfc.configureGlobal({ seed: ${seed} });\n`, map: null };
    },
  };
}
