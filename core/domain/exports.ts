/**
 * - `json`, `jsonl`: documents with their results, as a list or one a line.
 * - `csv`: a line per document. `csv_lines`: a line per line item.
 * - `xlsx`: both, as sheets.
 * - `quickbooks`, `xero`: bills to import there.
 */
export const EXPORT_FORMATS = ['json', 'jsonl', 'csv', 'csv_lines', 'xlsx', 'quickbooks', 'xero'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** `expired`: the file is deleted, the record stays. */
export const EXPORT_STATUSES = ['queued', 'running', 'completed', 'failed', 'expired'] as const;

export const EXPORT_LIMITS = {
  /** Documents of one export. */
  documents: 100_000,
  /** Ids in a request. */
  ids: 500,
  /** Exports of an organization that are queued or running. */
  open: 20,
  /** Times that an export is begun again without progress before it fails. */
  attempts: 5,
  /** Columns of fields. */
  fields: 100,
} as const;
