import { archiveTemplate, findTemplate } from '#core/store/templates';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { requireOnTemplate } from './find.ts';
import { definitionOf, templateNotFound } from './view.ts';

/** Archives a template. Documents uploaded for it are still processed with it. @throws AppError `not_found` */
export async function archiveOwnTemplate(context: SignedInContext, id: string): Promise<void> {
  requireSomewhere(context, 'templates.manage');
  requireOnTemplate(context, id, 'templates.manage');
  const { organizationId } = context.caller;
  const db = tenantOf(context);
  const row = await findTemplate(db, organizationId, id);
  if (!row) throw templateNotFound();
  const event = auditOf(context, 'template.archived', { kind: 'template', id }, { name: definitionOf(row).name });
  if (!(await archiveTemplate(db, organizationId, id, event))) throw templateNotFound();
}
