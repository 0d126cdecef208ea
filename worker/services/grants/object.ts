import type { Permission } from '#core/domain/permissions';
import { permissionsOnDocument, permissionsOnTemplate, permissionsOnWorkspace } from '#core/domain/reach';
import { findDocument } from '#core/store/documents';
import type { ObjectReference } from '#core/store/grants';
import { findTemplate } from '#core/store/templates';
import { findWorkspace } from '#core/store/workspaces';
import { lacks, type SignedInContext, tenantOf } from '../context.ts';

/** An object of the caller's organization: what they hold on it, and whether they decide who reaches it. */
export interface HeldObject {
  readonly held: ReadonlySet<Permission>;
  readonly manages: boolean;
}

/** Who manages workspaces decides who reaches what lies in them. */
export const MANAGES_REACH: Permission = 'workspaces.manage';

/** Null for an object that is not there or out of the caller's reach. */
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

/** Nobody gives or takes what they do not hold on the object. @throws AppError `forbidden`, naming what is missing */
export function requireGrantable({ held, manages }: HeldObject, permissions: readonly Permission[]): void {
  if (!manages) throw lacks(MANAGES_REACH);
  for (const permission of permissions) if (!held.has(permission)) throw lacks(permission);
}
