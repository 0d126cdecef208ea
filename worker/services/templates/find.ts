import type { TemplateView } from '#core/contract/templates';
import { findTemplate } from '#core/store/templates';
import { shippedTemplate } from '#engine/templates/shipped';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { ownTemplateView, shippedTemplateView, templateNotFound } from './view.ts';

/** A shipped template or one of the organization's own, archived ones included. @throws AppError `not_found` */
export async function readTemplate(context: SignedInContext, id: string, version?: number): Promise<TemplateView> {
  requirePermission(context, 'templates.read');
  const shipped = shippedTemplate(id);
  if (shipped !== undefined && (version ?? shipped.version) === shipped.version) return shippedTemplateView(shipped);
  const row = await findTemplate(tenantOf(context), context.caller.organizationId, id, version);
  if (!row) throw templateNotFound();
  return ownTemplateView(row);
}

/** True for a template that documents of this organization can be read by. */
export async function isTemplateChoosable(context: SignedInContext, id: string): Promise<boolean> {
  if (shippedTemplate(id) !== undefined) return true;
  const row = await findTemplate(tenantOf(context), context.caller.organizationId, id);
  return row !== null && row.archivedAt === null;
}
