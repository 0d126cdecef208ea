import { defineConfig } from 'vitest/config';

/** Tests of the whole platform as `npm start` runs it: real configuration, real processes, one file after another. */
export default defineConfig({
  test: {
    name: 'platform',
    environment: 'node',
    include: ['tests/{journey,faults,browser,documentation}/*.ts'],
    exclude: ['node_modules/**'],
    globalSetup: ['tests/platform/run-folder.ts'],
    fileParallelism: false,
    // Only a hang reaches these: a busy machine may take many times as long as a quiet one.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
