import type { SessionList, SessionView } from '#core/contract/account';
import type { PageQuery } from '#core/contract/list';
import type { SessionId } from '#core/domain/id';
import { listLiveSessions, type SessionRow } from '#core/store/own-sessions';
import type { SignedInContext } from '../context.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';
import { requireOwnSession, sessionOf } from './require-session.ts';

/** Returns the caller's sessions, newest sign-in first. @throws AppError `forbidden` for an API key */
export async function listOwnSessions(context: SignedInContext, query: PageQuery): Promise<SessionList> {
  const { userId, sessionId } = sessionOf(context);
  await requireOwnSession(context);
  const { control, now } = context.dependencies;
  const rows = await listLiveSessions(control, userId, now(), pageRequest(query));
  return pageOf(rows, query.limit, byCreation, (row) => sessionView(row, sessionId));
}

const time = (at: number): string => new Date(at).toISOString();

function sessionView(row: SessionRow, current: SessionId): SessionView {
  return {
    id: row.id,
    ip: row.ip,
    user_agent: row.userAgent,
    created_at: time(row.createdAt),
    last_used_at: time(row.lastUsedAt),
    expires_at: time(row.expiresAt),
    current: row.id === current,
  };
}
