import type { TemplateBody, TemplateView } from '#core/contract/templates';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { findTemplate, insertTemplate } from '#core/store/templates';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { ownTemplateView } from './view.ts';

/** It also bounds the list, which is read whole. */
const MAX_TEMPLATES = 500;

/** A template of the organization's own. @throws AppError `conflict` when it has too many */
export async function createTemplate(context: SignedInContext, body: TemplateBody): Promise<TemplateView> {
  requirePermission(context, 'templates.manage');
  const { caller, dependencies } = context;
  const db = tenantOf(context);
  const now = dependencies.now();
  const id = newId('template', now);
  const event = auditOf(context, {
    action: 'template.created',
    targetKind: 'template',
    targetId: id,
    outcome: 'success',
    changes: { name: [null, body.name] },
  });
  const row = { id, definition: JSON.stringify(body), createdBy: caller.userId, createdAt: now };
  await insertTemplate(db, caller.organizationId, row, MAX_TEMPLATES, event);
  const made = await findTemplate(db, caller.organizationId, id);
  if (!made) throw new AppError('conflict', `An organization has at most ${MAX_TEMPLATES} templates of its own.`);
  return ownTemplateView(made);
}
