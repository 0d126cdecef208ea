import type { FieldChanges } from '#core/domain/changed-fields';
import { DOCUMENT_STATUSES, type DocumentStatus } from '#core/domain/document-status';

/** No field has a point in its name. */
const STATUS = 'document.status';

/** What a correction did to the status, beside what it did to values. */
export const statusChange = (before: DocumentStatus, after: DocumentStatus): FieldChanges =>
  before === after ? {} : { [STATUS]: [before, after] };

/** The status before a correction, where it changed the status. */
export function statusBefore(changes: FieldChanges): DocumentStatus | undefined {
  return DOCUMENT_STATUSES.find((status) => status === changes[STATUS]?.[0]);
}

/** The changes of a stored correction. */
export const readChanges = (json: string): FieldChanges => JSON.parse(json);

/** What undoing the changes changes. */
export const inverse = (changes: FieldChanges): FieldChanges =>
  Object.fromEntries(Object.entries(changes).map(([name, [old, now]]) => [name, [now, old]]));
