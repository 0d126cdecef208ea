import type { BulkBody, BulkResponse } from '#core/contract/review';
import { AppError } from '#core/platform/errors';
import type { SignedInContext } from '../context.ts';
import { approval } from './approve.ts';
import { assignment } from './assign.ts';
import { cancellation } from './cancel.ts';
import { deletion } from './delete.ts';
import { policyOf } from './policy.ts';
import { postponement } from './postpone.ts';
import { rejection } from './reject.ts';
import { REOPENING } from './reopen.ts';
import { reprocessAll } from './reprocess.ts';
import { restoration } from './restore.ts';
import { decideAll, type Outcome, type Transition } from './transition.ts';

/** One decision on many documents; each is decided on its own. @throws AppError `forbidden`, `validation_failed` */
export async function decideOnMany(context: SignedInContext, body: BulkBody): Promise<BulkResponse> {
  const outcomes =
    body.action === 'reprocess'
      ? await reprocessAll(context, body.ids, { keepConfirmed: body.keep_confirmed, documentType: body.document_type })
      : await decideAll(context, body.ids, await transitionOf(context, body));
  return { results: body.ids.map((id) => ({ id, ...resultOf(outcomes.get(id)) })) };
}

async function transitionOf(
  context: SignedInContext,
  body: Exclude<BulkBody, { readonly action: 'reprocess' }>,
): Promise<Transition> {
  switch (body.action) {
    case 'approve':
      return approval(context, await policyOf(context));
    case 'reject':
      return rejection(context, body.reason);
    case 'reopen':
      return REOPENING;
    case 'assign':
      return assignment(context, body.user_id);
    case 'postpone':
      return postponement(context, body.until);
    case 'cancel':
      return cancellation(context);
    case 'delete':
      return deletion(context);
    case 'restore':
      return restoration(context, await policyOf(context));
  }
}

const resultOf = (outcome: Outcome | undefined) =>
  outcome instanceof AppError ? { ok: false, code: outcome.code } : { ok: outcome !== undefined };
