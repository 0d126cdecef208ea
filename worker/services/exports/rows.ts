import type { DocumentView } from '#core/contract/documents';
import { csvLine } from '#core/domain/csv-line';
import { COLUMNS } from '#core/domain/fields';
import type { ExtractionResult, LineItem } from '#core/domain/result';

/** A document to export; without a result if it is too large to be put into a table. */
export interface Exported {
  readonly document: DocumentView;
  readonly result: ExtractionResult | null;
  /** Set in its place. */
  readonly result_omitted?: { readonly reason: 'too_large'; readonly size: number; readonly url: string };
}

type Cells = readonly (string | null)[];

const DOCUMENT_COLUMNS = ['id', 'name', 'status', 'document_type', 'external_id', 'created_at'] as const;
const LINE_COLUMNS = COLUMNS.map(({ name }) => name);

export const documentHead = (fields: readonly string[]): Cells => [...DOCUMENT_COLUMNS, ...fields];

export const documentCells = ({ document, result }: Exported, fields: readonly string[]): Cells => [
  ...DOCUMENT_COLUMNS.map((name) => document[name]),
  ...fields.map((name) => fieldOf(result, name)),
];

export const LINE_HEAD: Cells = ['document_id', 'invoice_number', 'vendor_name', 'currency', 'row', ...LINE_COLUMNS];

export const lineCells = ({ document, result }: Exported): readonly Cells[] =>
  (result?.line_items ?? []).map((item, index) => [
    document.id,
    fieldOf(result, 'invoice_number'),
    fieldOf(result, 'vendor_name'),
    fieldOf(result, 'currency'),
    String(index + 1),
    ...LINE_COLUMNS.map((name) => item[name]?.value ?? null),
  ]);

const fieldOf = (result: ExtractionResult | null, name: string): string | null => result?.fields[name]?.value ?? null;

export const csvOf = (rows: readonly Cells[]): string => rows.map(csvLine).join('');

/** Columns of Xero's import of bills; `*` marks the mandatory ones. */
export const XERO_HEAD: Cells = [
  '*ContactName',
  'EmailAddress',
  'POAddressLine1',
  '*InvoiceNumber',
  '*InvoiceDate',
  '*DueDate',
  'Total',
  'InventoryItemCode',
  'Description',
  '*Quantity',
  '*UnitAmount',
  '*AccountCode',
  '*TaxType',
  'TaxAmount',
  'Currency',
];

export function xeroCells({ document, result }: Exported): readonly Cells[] {
  const date = fieldOf(result, 'invoice_date');
  return billLines(result).map((line) => [
    fieldOf(result, 'vendor_name'),
    null,
    fieldOf(result, 'vendor_address'),
    fieldOf(result, 'invoice_number') ?? document.name,
    date,
    fieldOf(result, 'due_date') ?? date,
    fieldOf(result, 'total_amount'),
    line.code,
    line.description,
    line.quantity ?? '1',
    line.unitPrice ?? line.amount,
    null,
    null,
    line.tax,
    fieldOf(result, 'currency'),
  ]);
}

/** Columns of QuickBooks Online's import of bills. */
export const QUICKBOOKS_HEAD: Cells = [
  'Bill no.',
  'Supplier',
  'Bill Date',
  'Due Date',
  'Memo',
  'Account',
  'Line Description',
  'Line Amount',
  'Line Tax Amount',
  'Currency',
];

export function quickbooksCells({ document, result }: Exported): readonly Cells[] {
  const date = fieldOf(result, 'invoice_date');
  return billLines(result).map((line) => [
    fieldOf(result, 'invoice_number') ?? document.name,
    fieldOf(result, 'vendor_name'),
    date,
    fieldOf(result, 'due_date') ?? date,
    document.id,
    null,
    line.description,
    line.amount,
    line.tax,
    fieldOf(result, 'currency'),
  ]);
}

interface BillLine {
  readonly code: string | null;
  readonly description: string;
  readonly quantity: string | null;
  readonly unitPrice: string | null;
  readonly amount: string | null;
  readonly tax: string | null;
}

/** The rows of a bill; one with its total before tax if no row has an amount. */
function billLines(result: ExtractionResult | null): readonly BillLine[] {
  const rows = (result?.line_items ?? []).filter((item) => item['amount'] !== undefined);
  if (rows.length > 0) return rows.map(lineOf);
  const amount = fieldOf(result, 'subtotal_amount') ?? fieldOf(result, 'total_amount');
  const tax = fieldOf(result, 'subtotal_amount') === null ? null : fieldOf(result, 'tax_amount');
  return [{ code: null, description: 'Total', quantity: null, unitPrice: null, amount, tax }];
}

function lineOf(item: LineItem): BillLine {
  const cell = (name: string) => item[name]?.value ?? null;
  return {
    code: cell('product_code'),
    description: cell('description') ?? '',
    quantity: cell('quantity'),
    unitPrice: cell('unit_price'),
    amount: cell('amount'),
    tax: cell('tax_amount'),
  };
}
