import type { DocumentView } from '#core/contract/documents';
import type { Result } from '#core/contract/result';
import type { CorrectResultBody, NextReview, NextReviewBody } from '#core/contract/review';
import { send, sendJson } from './request.ts';

const at = (id: string, step: string): string => `/documents/${encodeURIComponent(id)}/${step}`;

/** The next document of the queue, locked for the caller. */
export function takeNext(body: Partial<NextReviewBody>): Promise<NextReview> {
  return sendJson('/review/next', { method: 'POST', body });
}

export async function correctResult(id: string, body: CorrectResultBody, idempotencyKey: string): Promise<Result> {
  const { result } = await sendJson<{ readonly result: Result }>(at(id, 'result'), {
    method: 'PATCH',
    body,
    idempotencyKey,
  });
  return result;
}

/** Undoes the caller's latest correction, approval or rejection. The result comes along when it changed. */
export function undoReview(id: string): Promise<{ readonly document: DocumentView; readonly result?: Result }> {
  return sendJson(at(id, 'undo'), { method: 'POST', body: {} });
}

export async function approveDocument(id: string, version: number): Promise<DocumentView> {
  return documentOf(await sendJson(at(id, 'approve'), { method: 'POST', body: { version } }));
}

export async function rejectDocument(id: string, reason: string): Promise<DocumentView> {
  return documentOf(await sendJson(at(id, 'reject'), { method: 'POST', body: { reason } }));
}

/** Takes an approval or rejection back; the document is under review again. */
export async function reopenDocument(id: string): Promise<DocumentView> {
  return documentOf(await sendJson(at(id, 'reopen'), { method: 'POST', body: {} }));
}

export async function assignDocument(id: string, userId: string | null): Promise<DocumentView> {
  return documentOf(await sendJson(at(id, 'assign'), { method: 'POST', body: { user_id: userId } }));
}

/** @param until RFC 3339 */
export async function postponeDocument(id: string, until: string): Promise<DocumentView> {
  return documentOf(await sendJson(at(id, 'postpone'), { method: 'POST', body: { until } }));
}

/** Takes the lock of a document, or renews the own one. */
export async function lockDocument(id: string, takeOver = false): Promise<DocumentView> {
  return documentOf(await sendJson(at(id, 'lock'), { method: 'POST', body: { take_over: takeOver } }));
}

/** Gives the own lock back. `leaving`: the page is being closed, and the request has to outlive it. */
export async function unlockDocument(id: string, leaving = false): Promise<void> {
  await send(at(id, 'unlock'), { method: 'POST', body: {}, keepalive: leaving });
}

const documentOf = ({ document }: { readonly document: DocumentView }): DocumentView => document;
