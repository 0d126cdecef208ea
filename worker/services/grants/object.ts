import type { Permission } from '#core/domain/permissions';
import { permissionsOnDocument, permissionsOnTemplate, permissionsOnWorkspace } from '#core/domain/reach';
import { findDocument } from '#core/store/documents';
import type { ObjectReference } from '#core/store/grants';
import { findTemplate } from '#core/store/templates';
import { findWorkspace } from '#core/store/workspaces';
import { lacks, type SignedInContext, tenantOf } from '../context.ts';

/** An object of the caller's organization, with the caller's permissions on it and whether they manage its access. */
export interface HeldObject {
  readonly held: ReadonlySet<Permission>;
  readonly manages: boolean;
}

/** Permission to manage access to the contents of workspaces. */
export const MANAGES_REACH: Permission = 'workspaces.manage';

/** Returns null for an object that does not exist or is not accessible to the caller. */
export async function findObject(context: SignedInContext, { kind, id }: ObjectReference): Promise<HeldObject | null> {
  const { caller, dependencies } = context;
  const { organizationId, permissions } = caller;
  const now = dependencies.now();
  switch (kind) {
    case 'document': {
      const row = await findDocument(tenantOf(context), organizationId, id);
      const held = row ? permissionsOnDocument(caller, row, now) : new Set<Permission>();
      if (!row || !held.has('documents.read')) return null;
      const place = row.workspaceId === null ? permissions : permissionsOnWorkspace(caller, row.workspaceId, now);
      return { held, manages: place.has(MANAGES_REACH) };
    }
    case 'workspace': {
      const row = await findWorkspace(dependencies.control, organizationId, id);
      const held = permissionsOnWorkspace(caller, id, now);
      return row && held.has('workspaces.read') ? { held, manages: held.has(MANAGES_REACH) } : null;
    }
    case 'template': {
      const row = await findTemplate(tenantOf(context), organizationId, id);
      const held = permissionsOnTemplate(caller, id, now);
      return row && held.has('templates.read') ? { held, manages: permissions.has(MANAGES_REACH) } : null;
    }
  }
}

/**
 * Callers can only grant or revoke permissions they hold on the object. @throws AppError `forbidden`, naming the
 * missing ones
 */
export function requireGrantable({ held, manages }: HeldObject, permissions: readonly Permission[]): void {
  if (!manages) throw lacks(MANAGES_REACH);
  for (const permission of permissions) if (!held.has(permission)) throw lacks(permission);
}
