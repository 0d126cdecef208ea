import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Hashes passwords at low cost in the tests of the Workers; full cost would dominate their run time. */
export function cheapPasswords(): Plugin {
  return {
    name: 'cheap-passwords',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './password-cost.ts' && importer?.endsWith('/core/security/password.ts')
        ? join(import.meta.dirname, 'workers', 'password-cost.ts')
        : undefined,
  };
}
