import type { OrganizationId } from '#core/domain/id';
import { pingControl } from '#core/store/system';
import type { RequestContext } from './context.ts';

export interface PartHealth {
  readonly name: 'd1' | 'r2' | 'object';
  readonly ok: boolean;
  readonly latency_ms: number;
}

/** Id of the Durable Object used for the readiness check; no organization has it. */
const PROBE_OBJECT = 'readiness-probe' as OrganizationId;

/** Checks all dependencies concurrently. Failures are reported, never thrown. */
export async function checkReadiness({ dependencies }: RequestContext): Promise<readonly PartHealth[]> {
  const { control, files, organization, now, log } = dependencies;
  const probe = async (name: PartHealth['name'], ask: () => Promise<unknown>): Promise<PartHealth> => {
    const start = now();
    try {
      await ask();
      return { name, ok: true, latency_ms: now() - start };
    } catch (error) {
      log.error('readiness probe failed', error, { part: name });
      return { name, ok: false, latency_ms: now() - start };
    }
  };
  return Promise.all([
    probe('d1', () => pingControl(control)),
    probe('r2', () => files.head('readiness-probe')),
    probe('object', () => organization(PROBE_OBJECT).ping()),
  ]);
}
