/// <reference types="@cloudflare/vitest-plugin/types" />
import type { Environment as ApiEnvironment } from '../../worker/environment.ts';

declare global {
  namespace Cloudflare {
    /** Contents of `env` of `cloudflare:workers` in the tests: the API's bindings and the migrations. */
    interface Env extends ApiEnvironment {
      /** `whole`: every operation fails at every call. */
      readonly TEST_FAULTS: string;
      /** `whole`: the full permission matrix is tested. */
      readonly TEST_MATRIX: string;
      readonly TEST_MIGRATIONS: import('cloudflare:test').D1Migration[];
    }
    interface GlobalProps {
      mainModule: typeof import('./composite.ts');
    }
  }
}
