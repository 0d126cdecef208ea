import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import { guardRows } from './guard-rows.ts';
import * as control from './schema/control.ts';
import * as tenant from './schema/tenant.ts';

/** Control data (users, organizations, keys). A separate type, so that tenant queries do not compile against it. */
export type ControlDatabase = DrizzleD1Database<typeof control> & { readonly __database?: 'control' };
/** Tenant data (documents, jobs, results, usage, audit) on the shard of an organization. */
export type TenantDatabase = DrizzleD1Database<typeof tenant> & { readonly __database?: 'tenant' };

/** Shards of this deployment, by the name stored on the organization. */
export type Shards = Readonly<Record<string, D1Database>>;

/** Binding of the control database. It also holds tenant data, unless an organization is on another shard. */
export const CONTROL_BINDING = 'DB';

const controlConnections = new WeakMap<D1Database, ControlDatabase>();
const tenantConnections = new WeakMap<D1Database, TenantDatabase>();

export function connectControl(binding: D1Database): ControlDatabase {
  let connection = controlConnections.get(binding);
  if (!connection) {
    connection = drizzle(guardRows(binding), { schema: control });
    controlConnections.set(binding, connection);
  }
  return connection;
}

/** @throws RangeError if the organization's shard is not bound in this deployment. */
export function connectTenant(shards: Shards, shard: string): TenantDatabase {
  const binding = shards[shard];
  if (!binding) throw new RangeError(`no D1 binding for shard ${shard}`);
  let connection = tenantConnections.get(binding);
  if (!connection) {
    connection = drizzle(guardRows(binding), { schema: tenant });
    tenantConnections.set(binding, connection);
  }
  return connection;
}
