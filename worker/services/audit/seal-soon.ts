import { CONTROL_BINDING } from '#core/db/connect';
import type { OrganizationId } from '#core/domain/id';
import type { RequestContext } from '../context.ts';

/** After the answer: has the organization's object give this request's audit events their places in the chain. The sweeper takes up what this misses. */
export function sealSoon({ dependencies }: RequestContext, organizationId: OrganizationId, shard: string): void {
  const object = dependencies.organization(organizationId);
  for (const each of new Set([CONTROL_BINDING, shard])) dependencies.defer(object.sealAudit(each));
}
