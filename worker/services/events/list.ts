import type { EventList, EventListQuery } from '#core/contract/events';
import { placesWith } from '#core/domain/reach';
import { listEvents } from '#core/store/events';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { eventId, eventView, sequenceOf } from './view.ts';

/**
 * One page of the events of documents the caller has access to, oldest first. @throws AppError `bad_request`, `forbidden`
 */
export async function listVisibleEvents(context: SignedInContext, query: EventListQuery): Promise<EventList> {
  requireSomewhere(context, 'documents.read');
  const { caller, dependencies } = context;
  const from = query.after ?? query.cursor;
  const rows = await listEvents(
    tenantOf(context),
    caller.organizationId,
    {
      types: query.type === undefined ? null : [query.type],
      places: placesWith(caller, 'documents.read', dependencies.now()),
    },
    { limit: query.limit + 1, after: from === undefined ? 0 : sequenceOf(from) },
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    data: page.map(eventView),
    next_cursor: rows.length > query.limit && last !== undefined ? eventId(last) : null,
  };
}
