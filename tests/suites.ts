/** Which tests run where, by their paths. */
export const SUITES = {
  /** In workerd, with real bindings. */
  workers: ['core/**/*.test.ts', 'worker/**/*.test.ts', 'queue-consumer/**/*.test.ts', 'tests/workers/**/*.test.ts'],
  /** The whole platform as `npm start` runs it. */
  platform: ['tests/{journey,faults,browser,documentation}/*.ts'],
  /** Everything else needs no platform. */
  node: ['**/*.test.ts', '**/*.test.tsx'],
  /** Part of it: code without state, whose files share one instance of every module. */
  pure: ['engine/**/*.test.ts', 'training/**/*.test.ts'],
  /** Left out of `--quick`: suites of whole features, and units that take seconds (pictures, passkeys, the pipeline). */
  slow: [
    'tests/**',
    'training/**',
    'scripts/**',
    'engine/read/{ocr,image,codes,mrz}/**',
    'engine/read/pdf/{recognise-pages,pdf-file}.test.ts',
    'queue-consumer/{consume,engine-host}.test.ts',
    'worker/routes/passkeys/**',
  ],
} as const;
