import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Hashes passwords at little cost in the tests of the Workers; at full cost most of their time would go into it. */
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
