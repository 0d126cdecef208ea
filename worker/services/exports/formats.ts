import type { ExportFormat } from '#core/domain/exports';
import { COLUMNS, fieldRecord } from '#core/domain/fields';
import {
  csvOf,
  documentCells,
  documentHead,
  type Exported,
  LINE_HEAD,
  lineCells,
  QUICKBOOKS_HEAD,
  quickbooksCells,
  XERO_HEAD,
  xeroCells,
} from './rows.ts';
import { sheetRow } from './spreadsheet.ts';

/** How the file of a format is written. `sheets` has one text for each sheet; other formats have one. */
export interface Format {
  readonly extension: string;
  readonly mediaType: string;
  /** Names of the sheets of a spreadsheet; null for text. */
  readonly sheets: readonly string[] | null;
  head(fields: readonly string[]): readonly string[];
  /** `isFirst` for the first document of the file. */
  document(exported: Exported, fields: readonly string[], isFirst: boolean): readonly string[];
  readonly tail: string;
}

const CSV = { extension: 'csv', mediaType: 'text/csv; charset=utf-8', sheets: null, tail: '' } as const;
/** Spreadsheet programs take a CSV file for UTF-8 only with this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

const json = (exported: Exported): string => JSON.stringify(exported);

const NUMERIC_KINDS: ReadonlySet<string> = new Set(['amount', 'number']);

/** Columns that hold numbers: those of numeric fields, after the columns of the document. */
function numericFields(fields: readonly string[]): ReadonlySet<number> {
  const before = documentHead([]).length;
  return new Set(
    fields.flatMap((name, index) => (NUMERIC_KINDS.has(fieldRecord(name)?.kind ?? '') ? [before + index] : [])),
  );
}

const NUMERIC_LINES: ReadonlySet<number> = new Set(
  COLUMNS.flatMap(({ kind }, index) => (NUMERIC_KINDS.has(kind) ? [LINE_HEAD.length - COLUMNS.length + index] : [])),
);

export const FORMATS: Readonly<Record<ExportFormat, Format>> = {
  json: {
    extension: 'json',
    mediaType: 'application/json',
    sheets: null,
    head: () => ['[\n'],
    document: (exported, _fields, isFirst) => [`${isFirst ? '' : ',\n'}${json(exported)}`],
    tail: '\n]\n',
  },
  jsonl: {
    extension: 'jsonl',
    mediaType: 'application/jsonl',
    sheets: null,
    head: () => [''],
    document: (exported) => [`${json(exported)}\n`],
    tail: '',
  },
  csv: {
    ...CSV,
    head: (fields) => [BYTE_ORDER_MARK + csvOf([documentHead(fields)])],
    document: (exported, fields) => [csvOf([documentCells(exported, fields)])],
  },
  csv_lines: {
    ...CSV,
    head: () => [BYTE_ORDER_MARK + csvOf([LINE_HEAD])],
    document: (exported) => [csvOf(lineCells(exported))],
  },
  xero: { ...CSV, head: () => [csvOf([XERO_HEAD])], document: (exported) => [csvOf(xeroCells(exported))] },
  quickbooks: {
    ...CSV,
    head: () => [csvOf([QUICKBOOKS_HEAD])],
    document: (exported) => [csvOf(quickbooksCells(exported))],
  },
  xlsx: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    sheets: ['Documents', 'Line items'],
    head: (fields) => [sheetRow(documentHead(fields), NONE), sheetRow(LINE_HEAD, NONE)],
    document: (exported, fields) => [
      sheetRow(documentCells(exported, fields), numericFields(fields)),
      lineCells(exported)
        .map((cells) => sheetRow(cells, NUMERIC_LINES))
        .join(''),
    ],
    tail: '',
  },
};

const NONE: ReadonlySet<number> = new Set();
