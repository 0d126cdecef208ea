import type { TemplateView } from '#core/contract/templates';
import { permissionsOnTemplate } from '#core/domain/reach';
import { findTemplate } from '#core/store/templates';
import { shippedTemplate } from '#engine/templates/shipped';
import { lacks, requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { ownTemplateView, shippedTemplateView, templateNotFound } from './view.ts';

/** Returns a built-in or custom template, including archived ones. @throws AppError `not_found` */
export async function readTemplate(context: SignedInContext, id: string, version?: number): Promise<TemplateView> {
  requireSomewhere(context, 'templates.read');
  requireOnTemplate(context, id, 'templates.read');
  const shipped = shippedTemplate(id);
  if (shipped !== undefined && (version ?? shipped.version) === shipped.version) return shippedTemplateView(shipped);
  const row = await findTemplate(tenantOf(context), context.caller.organizationId, id, version);
  if (!row) throw templateNotFound();
  return ownTemplateView(row);
}

/**
 * Checks a permission held organization-wide or granted on this template. @throws AppError `not_found` without access,
 * `forbidden`
 */
export function requireOnTemplate(
  { caller, dependencies }: SignedInContext,
  id: string,
  permission: 'templates.read' | 'templates.manage',
): void {
  const held = permissionsOnTemplate(caller, id, dependencies.now());
  if (held.has(permission)) return;
  throw held.has('templates.read') ? lacks(permission) : templateNotFound();
}

/** Returns whether documents of this organization can be processed with the template. */
export async function isTemplateChoosable(context: SignedInContext, id: string): Promise<boolean> {
  if (shippedTemplate(id) !== undefined) return true;
  const row = await findTemplate(tenantOf(context), context.caller.organizationId, id);
  return row !== null && row.archivedAt === null;
}
