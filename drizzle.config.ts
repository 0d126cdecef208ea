import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./core/db/schema/control.ts', './core/db/schema/tenant.ts'],
  out: './migrations',
});
