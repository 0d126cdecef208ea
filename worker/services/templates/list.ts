import type { TemplateList, TemplateQuery, TemplateView } from '#core/contract/templates';
import { listTemplates } from '#core/store/templates';
import { SHIPPED_TEMPLATES } from '#engine/templates/shipped';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { pageOf, readCursor } from '../list-page.ts';
import { ownTemplateView, shippedTemplateView } from './view.ts';

/** Returns the organization's custom templates, newest first, then the built-in ones by family. */
export async function listVisibleTemplates(context: SignedInContext, query: TemplateQuery): Promise<TemplateList> {
  requirePermission(context, 'templates.read');
  const own = query.shipped === 'true' ? [] : await listTemplates(tenantOf(context), context.caller.organizationId);
  const shipped = query.shipped === 'false' ? [] : SHIPPED_TEMPLATES;
  const fitting = [...own.map(ownTemplateView), ...shipped.map(shippedTemplateView)].filter((view) =>
    fits(view, query),
  );
  const cursor = readCursor(query.cursor);
  const last = cursor === undefined ? -1 : fitting.findIndex((view) => view.id === cursor.id);
  // If the template at the cursor is gone, continue at its position.
  const from = cursor !== undefined && last < 0 ? cursor.at : last + 1;
  const places = fitting.slice(from, from + query.limit + 1).map((view, offset) => ({ view, at: from + offset }));
  return pageOf(
    places,
    query.limit,
    ({ view, at }) => ({ at, id: view.id }),
    ({ view }) => view,
  );
}

function fits(view: TemplateView, { q, family }: TemplateQuery): boolean {
  const wanted = q?.toLowerCase();
  const named = wanted === undefined || [view.name, view.id].some((text) => text.toLowerCase().includes(wanted));
  return named && (family === undefined || view.family === family);
}
