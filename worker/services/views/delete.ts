import { deleteView } from '#core/store/saved-views';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireOwnView, viewNotFound } from './view.ts';

/** @throws AppError `not_found`, `forbidden` */
export async function deleteOwnView(context: SignedInContext, id: string): Promise<void> {
  requireSomewhere(context, 'documents.read');
  const view = await requireOwnView(context, id);
  const event = auditOf(context, 'view.deleted', { kind: 'view', id: view.id }, { name: view.name }, null);
  const { organizationId } = context.caller;
  if (!(await deleteView(tenantOf(context), organizationId, view.id, await withAnswer(context, event))))
    throw viewNotFound();
}
