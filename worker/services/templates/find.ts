import type { TemplateView } from '#core/contract/templates';
import { permissionsOnTemplate } from '#core/domain/reach';
import { findTemplate } from '#core/store/templates';
import { shippedTemplate } from '#engine/templates/shipped';
import { lacks, requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { ownTemplateView, shippedTemplateView, templateNotFound } from './view.ts';

/** A shipped template or one of the organization's own, archived ones included. @throws AppError `not_found` */
export async function readTemplate(context: SignedInContext, id: string, version?: number): Promise<TemplateView> {
  requireSomewhere(context, 'templates.read');
  requireOnTemplate(context, id, 'templates.read');
  const shipped = shippedTemplate(id);
  if (shipped !== undefined && (version ?? shipped.version) === shipped.version) return shippedTemplateView(shipped);
  const row = await findTemplate(tenantOf(context), context.caller.organizationId, id, version);
  if (!row) throw templateNotFound();
  return ownTemplateView(row);
}

/** Organization-wide, or granted on this template. @throws AppError `not_found` for one out of reach, `forbidden` */
export function requireOnTemplate(
  { caller, dependencies }: SignedInContext,
  id: string,
  permission: 'templates.read' | 'templates.manage',
): void {
  const held = permissionsOnTemplate(caller, id, dependencies.now());
  if (held.has(permission)) return;
  throw held.has('templates.read') ? lacks(permission) : templateNotFound();
}

/** True for a template that documents of this organization can be read by. */
export async function isTemplateChoosable(context: SignedInContext, id: string): Promise<boolean> {
  if (shippedTemplate(id) !== undefined) return true;
  const row = await findTemplate(tenantOf(context), context.caller.organizationId, id);
  return row !== null && row.archivedAt === null;
}
