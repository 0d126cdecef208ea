import type { TemplateBody, TemplateView } from '#core/contract/templates';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { findTemplate, insertTemplate } from '#core/store/templates';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { withAnswer } from '../repeat-safely.ts';
import { ownTemplateView } from './view.ts';

/** Also bounds the list, which is read completely. */
const MAX_TEMPLATES = 500;

/** Creates a custom template. @throws AppError `conflict` if the limit is reached */
export async function createTemplate(context: SignedInContext, body: TemplateBody): Promise<TemplateView> {
  requirePermission(context, 'templates.manage');
  const { caller, dependencies } = context;
  const db = tenantOf(context);
  const now = dependencies.now();
  const id = newId('template', now);
  const event = auditOf(context, 'template.created', { kind: 'template', id }, null, { name: body.name });
  const row = { id, definition: JSON.stringify(body), createdBy: caller.userId, createdAt: now };
  const view = ownTemplateView({
    ...row,
    organizationId: caller.organizationId,
    version: 1,
    updatedAt: now,
    archivedAt: null,
  });
  await insertTemplate(db, caller.organizationId, row, MAX_TEMPLATES, await withAnswer(context, event, view));
  if (!(await findTemplate(db, caller.organizationId, id)))
    throw new AppError('conflict', `An organization can have at most ${MAX_TEMPLATES} templates.`);
  return view;
}
