import { CONTROL_BINDING } from '#core/db/connect';
import type { OrganizationId } from '#core/domain/id';
import type { RequestContext } from '../context.ts';

/**
 * Asks the organization's Durable Object, after the response, to seal this request's audit events. The sweeper handles
 * any it misses.
 */
export function sealSoon({ dependencies }: RequestContext, organizationId: OrganizationId, shard: string): void {
  const object = dependencies.organization(organizationId);
  for (const each of new Set([CONTROL_BINDING, shard])) dependencies.defer(object.sealAudit(each));
}
