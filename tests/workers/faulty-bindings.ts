import { env } from 'cloudflare:workers';
import type { Environment } from '../../worker/environment.ts';

/** The bindings of the tests, where one call can be made to fail before or after it took effect. */

/** `before`: the call fails without effect. `after`: it takes effect and then fails. */
export type When = 'before' | 'after';

/** Kind of a call. */
export type Binding = 'd1' | 'r2.get' | 'r2.put' | 'r2.delete' | 'queue';

/** Error messages documented by Cloudflare, per binding. */
const MESSAGES: Readonly<Record<Binding, string>> = {
  d1: 'D1_ERROR: Network connection lost.',
  'r2.get': 'get: We encountered an internal error. Please try again. (10001)',
  'r2.put': 'put: We encountered an internal error. Please try again. (10001)',
  'r2.delete': 'delete: We encountered an internal error. Please try again. (10001)',
  queue: 'Queue send failed: Service Unavailable',
};

export interface Fault {
  readonly binding: Binding;
  readonly when: When;
  /** The call that fails, from 1; all calls if omitted. */
  readonly position?: number;
}

/** Work done by somebody else just before the D1 call at this position, from 1. */
export interface Interruption {
  readonly position: number;
  readonly work: () => Promise<void>;
}

/** An environment that counts calls and injects the given fault or interruption. One instance serves one request. */
export class FaultyBindings {
  private readonly counts = new Map<Binding, number>();
  private failures = 0;
  readonly environment: Environment;

  constructor(
    private readonly fault: Fault | null,
    private readonly interruption: Interruption | null = null,
  ) {
    this.environment = { ...env, DB: this.database(), FILES: this.bucket(), JOBS: this.queue() };
  }

  callsOf(binding: Binding): number {
    return this.counts.get(binding) ?? 0;
  }

  /** True if the fault was triggered. */
  get met(): boolean {
    return this.failures > 0;
  }

  private async run<T>(binding: Binding, work: () => Promise<T>): Promise<T> {
    const count = this.callsOf(binding) + 1;
    this.counts.set(binding, count);
    const { fault, interruption } = this;
    if (binding === 'd1' && interruption?.position === count) await interruption.work();
    const fails = fault?.binding === binding && (fault.position === undefined || fault.position === count);
    if (!fails) return work();
    this.failures += 1;
    if (fault.when === 'after') await work();
    throw new Error(MESSAGES[binding]);
  }

  private database(): D1Database {
    const inner = new WeakMap<object, D1PreparedStatement>();
    const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
      const wrapped = overridden(statement, {
        bind: (...values: unknown[]) => wrap(statement.bind(...values)),
        first: (column: string) => this.run('d1', () => statement.first(column)),
        all: () => this.run('d1', () => statement.all()),
        run: () => this.run('d1', () => statement.run()),
        raw: (options?: { columnNames: true }) =>
          this.run('d1', () => (options ? statement.raw(options) : statement.raw())),
      });
      inner.set(wrapped, statement);
      return wrapped;
    };
    return overridden(env.DB, {
      prepare: (query: string) => wrap(env.DB.prepare(query)),
      batch: (statements: readonly D1PreparedStatement[]) =>
        this.run('d1', () => env.DB.batch(statements.map((each) => inner.get(each) ?? each))),
    });
  }

  private bucket(): R2Bucket {
    return overridden(env.FILES, {
      get: (key: string, options?: R2GetOptions) => this.run('r2.get', () => env.FILES.get(key, options)),
      put: (key: string, value: Blob, options?: R2PutOptions) =>
        this.run('r2.put', () => env.FILES.put(key, value, options)),
      delete: (keys: string | string[]) => this.run('r2.delete', () => env.FILES.delete(keys)),
    });
  }

  private queue(): Environment['JOBS'] {
    return overridden(env.JOBS, {
      send: (message: Parameters<Environment['JOBS']['send']>[0]) => this.run('queue', () => env.JOBS.send(message)),
    });
  }
}

/** `target` with some of its methods replaced; other methods are called on the target itself. */
function overridden<T extends object>(target: T, methods: Readonly<Record<string, unknown>>): T {
  return new Proxy(target, {
    get(on, name) {
      if (typeof name === 'string' && name in methods) return methods[name];
      const value: unknown = Reflect.get(on, name, on);
      return typeof value === 'function' ? value.bind(on) : value;
    },
  });
}
