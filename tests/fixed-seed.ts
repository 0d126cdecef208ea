import type { Plugin } from 'vite';

/**
 * Property tests try the same values in every run, so that a run which failed can be run again. `npm run
 * test:properties` tries others; what it finds becomes an example of its own in the test.
 */
export function fixedSeed(seed: number): Plugin {
  return {
    name: 'fixed-seed',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.test\.tsx?$/.test(id) || !/^import fc from 'fast-check';$/m.test(code)) return undefined;
      // Behind everything: tests run only after their file has been read, and no line moves.
      return { code: `${code}\nfc.configureGlobal({ seed: ${seed} });\n`, map: null };
    },
  };
}
