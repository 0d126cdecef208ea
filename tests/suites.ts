/** Which tests run where, by their paths. */
export const SUITES = {
  /** In workerd, with real bindings. */
  workers: ['core/**/*.test.ts', 'worker/**/*.test.ts', 'queue-consumer/**/*.test.ts', 'tests/workers/**/*.test.ts'],
  /** The whole platform as `npm start` runs it. */
  platform: ['tests/{journey,faults,browser,documentation}/*.ts'],
  /** Everything else needs no platform. */
  node: ['**/*.test.ts', '**/*.test.tsx'],
} as const;
