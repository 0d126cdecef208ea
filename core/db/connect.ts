import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import { guardRows } from './guard-rows.ts';
import * as control from './schema/control.ts';
import * as tenant from './schema/tenant.ts';

/** Control data (users, organizations, keys). A type of its own, so that a tenant query cannot be run on it. */
export type ControlDatabase = DrizzleD1Database<typeof control> & { readonly __database?: 'control' };
/** Tenant data (documents, jobs, results, usage, audit) of the shard an organization lives on. */
export type TenantDatabase = DrizzleD1Database<typeof tenant> & { readonly __database?: 'tenant' };

/** The shards this deployment has, by the name that stands on the organization. */
export type Shards = Readonly<Record<string, D1Database>>;

/** The binding of the control database; tenant data lives there too unless an organization names another shard. */
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

/** @throws RangeError when an organization names a shard that this deployment does not bind. */
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
