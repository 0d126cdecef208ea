import type { EventView } from '#core/contract/events';
import { formatNumberedId, numberOfId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import type { EventRow } from '#core/store/events';

export const eventId = ({ createdAt, sequence }: Pick<EventRow, 'createdAt' | 'sequence'>): string =>
  formatNumberedId('event', createdAt, sequence);

export function eventView(row: EventRow): EventView {
  return {
    id: eventId(row),
    type: row.type,
    timestamp: new Date(row.createdAt).toISOString(),
    data: { document_id: row.documentId, workspace_id: row.workspaceId, job_id: row.jobId },
  };
}

/** The sequence number in an event's id. @throws AppError `bad_request` for any other text */
export function sequenceOf(id: string): number {
  const sequence = numberOfId('event', id);
  if (sequence === null) throw new AppError('bad_request', 'The cursor is not the id of an event.');
  return sequence;
}
