import type { DocumentView } from '#core/contract/documents';
import { DOCUMENT_STATUSES } from '#core/domain/document-status';
import { isId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import { findMemberByUser } from '#core/store/members';
import type { SignedInContext } from '../context.ts';
import { requireDocument } from '../documents/find.ts';
import { decide, type Transition } from './transition.ts';

/** Makes a member responsible for a document; null: nobody. @throws AppError as `decide`, `validation_failed` */
export async function assignDocument(
  context: SignedInContext,
  id: string,
  userId: string | null,
): Promise<DocumentView> {
  // Before the member, so that a document out of reach answers like one that does not exist.
  await requireDocument(context, id, 'documents.assign');
  return decide(context, id, await assignment(context, userId));
}

/** Makes a member responsible for documents; null: nobody. @throws AppError `validation_failed` for anyone else */
export async function assignment(context: SignedInContext, userId: string | null): Promise<Transition> {
  const assigneeId = userId === null ? null : await requireMember(context, userId);
  return {
    permission: 'documents.assign',
    from: DOCUMENT_STATUSES,
    plan: () => ({ action: 'document.assigned', set: { assigneeId }, details: { assignee_id: assigneeId } }),
  };
}

async function requireMember({ caller, dependencies }: SignedInContext, userId: string) {
  const member = isId('user', userId)
    ? await findMemberByUser(dependencies.control, caller.organizationId, userId)
    : null;
  if (member?.status === 'active') return member.userId;
  throw new AppError('validation_failed', 'There is no such member.', {
    errors: [{ path: 'json.user_id', message: 'is no active member of the organization' }],
  });
}
