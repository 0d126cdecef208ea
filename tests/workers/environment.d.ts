/// <reference types="@cloudflare/vitest-plugin/types" />
import type { Environment as ApiEnvironment } from '../../worker/environment.ts';

declare global {
  namespace Cloudflare {
    /** What `env` of `cloudflare:workers` holds in the tests: the API's bindings and the migrations. */
    interface Env extends ApiEnvironment {
      /** `whole`: every operation is made to fail at every call. */
      readonly TEST_FAULTS: string;
      /** `whole`: the permission matrix is asked for in full. */
      readonly TEST_MATRIX: string;
      readonly TEST_MIGRATIONS: import('cloudflare:test').D1Migration[];
    }
    interface GlobalProps {
      mainModule: typeof import('./composite.ts');
    }
  }
}
