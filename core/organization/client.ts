import type { OrganizationId } from '../domain/id.ts';
import type { LiveMessage } from '../domain/live.ts';
import { AllowanceBook, type AllowanceDecision } from './allowance.ts';
import type { AuditAnchors } from './audit-keeper.ts';
import type { LiveHolder, OrganizationService } from './interface.ts';
import type { RatePolicy } from './rate-limit.ts';
import { WATCHER_HEADER, type Watcher, writeWatcher } from './watcher.ts';

/** Type of the binding. Hides the class from callers. */
export type OrganizationNamespace = DurableObjectNamespace<
  Rpc.DurableObjectBranded & OrganizationService & { fetch(request: Request): Promise<Response> }
>;

const book = new AllowanceBook();

/** Returns a client for an organization's Durable Object. */
export function organizationClient(namespace: OrganizationNamespace, organizationId: OrganizationId) {
  const stub = () => namespace.get(namespace.idFromName(organizationId));
  return {
    spendAllowance: (policy: RatePolicy, now: number): Promise<AllowanceDecision> =>
      book.spend(organizationId, policy, now, () => stub().takeAllowance(policy, now)),
    publish: (message: LiveMessage, workspaceId: string | null | undefined): Promise<void> =>
      stub().publish(message, workspaceId),
    disconnect: (holders?: readonly LiveHolder[]): Promise<void> => stub().disconnect(holders),
    connect: (request: Request, watcher: Watcher): Promise<Response> => {
      const headers = new Headers(request.headers);
      headers.set(WATCHER_HEADER, writeWatcher(watcher));
      return stub().fetch(new Request(request, { headers }));
    },
    sealAudit: (shard: string): Promise<void> => stub().sealAudit(organizationId, shard),
    auditAnchors: (shard: string): Promise<AuditAnchors> => stub().auditAnchors(shard),
    purgeAudit: (shard: string, before: number, now: number): Promise<number> =>
      stub().purgeAudit(organizationId, shard, before, now),
    ping: (): Promise<boolean> => stub().ping(),
  };
}

export type OrganizationClient = ReturnType<typeof organizationClient>;
