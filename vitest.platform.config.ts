import { defineConfig } from 'vitest/config';
import './scripts/list-languages.mjs';
import { SUITES } from './tests/suites.ts';

/** Tests of the whole platform as `npm start` runs it: real configuration, real processes, one file after another. */
export default defineConfig({
  test: {
    name: 'platform',
    environment: 'node',
    include: [...SUITES.platform],
    exclude: ['node_modules/**', ...SUITES.node],
    globalSetup: ['tests/platform/run-folder.ts'],
    fileParallelism: false,
    // Only a hang reaches these: a busy machine may take many times as long as a quiet one.
    testTimeout: 600_000,
    // Some start two servers.
    hookTimeout: 1_200_000,
  },
});
