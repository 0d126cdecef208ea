import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests the pure modules of the application, which need neither a browser nor workerd. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: { name: 'web', environment: 'node', include: ['web/src/**/*.test.{ts,tsx}'] },
});
