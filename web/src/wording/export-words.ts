import type { ExportFormat } from '#core/domain/exports';

export const FORMAT_LABELS: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'Excel: documents and line items',
  csv: 'CSV: one line per document',
  csv_lines: 'CSV: one line per line item',
  json: 'JSON: documents with all values and their places',
  jsonl: 'JSON Lines: one document per line',
  quickbooks: 'QuickBooks: bills to import',
  xero: 'Xero: bills to import',
};
