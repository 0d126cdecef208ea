import type { Plugin } from 'vite';

/**
 * Property tests use the same values in every run, so that failures are reproducible. `npm run test:properties` tries
 * other values; each failure it finds becomes an explicit example in the test.
 */
export function fixedSeed(seed: number): Plugin {
  return {
    name: 'fixed-seed',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.test\.tsx?$/.test(id) || !/^import fc from 'fast-check';$/m.test(code)) return undefined;
      // Appended at the end: tests run only after their file has been loaded, and line numbers do not change.
      return { code: `${code}\nfc.configureGlobal({ seed: ${seed} });\n`, map: null };
    },
  };
}
