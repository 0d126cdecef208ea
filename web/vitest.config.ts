import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The pure parts of the application; they need neither a browser nor workerd. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: { name: 'web', environment: 'node', include: ['web/src/**/*.test.{ts,tsx}'] },
});
