import { defineConfig } from 'vitest/config';

/** Tests of the whole platform as `npm start` runs it: real configuration, real processes, one file after another. */
export default defineConfig({
  test: {
    name: 'platform',
    environment: 'node',
    include: ['tests/{journey,faults,browser,documentation}/*.ts'],
    exclude: ['node_modules/**'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
