import { type CreateViewBody, VIEW_LIMITS, type ViewView } from '#core/contract/views';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { insertView } from '#core/store/saved-views';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { withAnswer } from '../repeat-safely.ts';
import { viewOf } from './view.ts';

/** Saves a filter of the document list under a name. @throws AppError `conflict` when there are too many */
export async function createView(context: SignedInContext, { name, query, shared }: CreateViewBody): Promise<ViewView> {
  requireSomewhere(context, 'documents.read');
  const { organizationId, userId } = context.caller;
  const now = context.dependencies.now();
  const id = newId('view', now);
  const row = { id, userId, name, query: JSON.stringify(query), shared, createdAt: now, updatedAt: now };
  const view = viewOf(context, { ...row, organizationId });
  const event = auditOf(context, 'view.created', { kind: 'view', id }, null, { name, shared });
  const made = await insertView(
    tenantOf(context),
    organizationId,
    row,
    VIEW_LIMITS.count,
    await withAnswer(context, event, view),
  );
  if (!made) throw tooManyViews();
  return view;
}

export const tooManyViews = (): AppError =>
  new AppError('conflict', `There can be at most ${VIEW_LIMITS.count} views of a person and as many shared ones.`);
