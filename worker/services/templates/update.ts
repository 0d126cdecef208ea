import type { TemplateBody, TemplateView } from '#core/contract/templates';
import { AppError } from '#core/platform/errors';
import { findTemplate, updateTemplate } from '#core/store/templates';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { requireOnTemplate } from './find.ts';
import { definitionOf, ownTemplateView, templateNotFound } from './view.ts';

/** Stores a new version. Results keep the version they were processed with. @throws AppError `not_found`, `conflict` */
export async function replaceTemplate(context: SignedInContext, id: string, body: TemplateBody): Promise<TemplateView> {
  requireSomewhere(context, 'templates.manage');
  requireOnTemplate(context, id, 'templates.manage');
  const { organizationId, userId } = context.caller;
  const db = tenantOf(context);
  const before = await findTemplate(db, organizationId, id);
  if (!before || before.archivedAt !== null) throw templateNotFound();
  const event = auditOf(
    context,
    'template.updated',
    { kind: 'template', id },
    { name: definitionOf(before).name, version: before.version },
    { name: body.name, version: before.version + 1 },
  );
  const to = { definition: JSON.stringify(body), createdBy: userId };
  if (!(await updateTemplate(db, organizationId, before, to, event)))
    throw new AppError('conflict', 'The template was changed in the meantime. Reload and try again.');
  const now = await findTemplate(db, organizationId, id);
  if (!now) throw templateNotFound();
  return ownTemplateView(now);
}
