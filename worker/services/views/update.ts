import { type UpdateViewBody, VIEW_LIMITS, type ViewView } from '#core/contract/views';
import { updateView } from '#core/store/saved-views';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { withAnswer } from '../repeat-safely.ts';
import { tooManyViews } from './create.ts';
import { requireOwnView, viewOf } from './view.ts';

/** Renames, changes or shares a view. @throws AppError `not_found`, `forbidden`, `conflict` */
export async function updateOwnView(context: SignedInContext, id: string, body: UpdateViewBody): Promise<ViewView> {
  requireSomewhere(context, 'documents.read');
  const before = await requireOwnView(context, id);
  const to = {
    name: body.name ?? before.name,
    query: body.query === undefined ? before.query : JSON.stringify(body.query),
    shared: body.shared ?? before.shared,
  };
  const fields = ({ name, query, shared }: typeof to) => ({ name, query, shared });
  const event = auditOf(context, 'view.updated', { kind: 'view', id: before.id }, fields(before), fields(to));
  const view = viewOf(context, { ...before, ...to, updatedAt: event.occurredAt });
  const changed = await updateView(
    tenantOf(context),
    context.caller.organizationId,
    before,
    to,
    VIEW_LIMITS.count,
    await withAnswer(context, event, view),
  );
  if (!changed) throw tooManyViews();
  return view;
}
