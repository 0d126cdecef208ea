import { CONTROL_BINDING, type ControlDatabase, type TenantDatabase } from '#core/db/connect';
import { type SignedInContext, tenantOf } from '../context.ts';

export interface AuditSource {
  /** Binding name. Each database has its own chain. */
  readonly shard: string;
  readonly db: ControlDatabase | TenantDatabase;
}

/**
 * Returns the databases with an organization's events: control and tenant data have their own, because a batch cannot
 * span databases.
 */
export function auditSources(context: SignedInContext): readonly AuditSource[] {
  const { shard } = context.caller;
  const tenant = { shard, db: tenantOf(context) };
  return shard === CONTROL_BINDING ? [tenant] : [tenant, { shard: CONTROL_BINDING, db: context.dependencies.control }];
}
