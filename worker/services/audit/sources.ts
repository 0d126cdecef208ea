import { CONTROL_BINDING, type ControlDatabase, type TenantDatabase } from '#core/db/connect';
import { type SignedInContext, tenantOf } from '../context.ts';

export interface AuditSource {
  /** The binding's name: each database has a chain of its own. */
  readonly shard: string;
  readonly db: ControlDatabase | TenantDatabase;
}

/** Where an organization's events are: control and tenant data keep their own, because a batch is one database's. */
export function auditSources(context: SignedInContext): readonly AuditSource[] {
  const { shard } = context.caller;
  const tenant = { shard, db: tenantOf(context) };
  return shard === CONTROL_BINDING ? [tenant] : [tenant, { shard: CONTROL_BINDING, db: context.dependencies.control }];
}
