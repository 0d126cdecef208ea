import type { LineItem } from '#core/domain/result';
import { fieldValues } from '../confidence/confidence.ts';
import { resolveBankFile } from '../resolve/bank-file/resolve-bank-file.ts';
import { proveByBarcodes } from '../resolve/coded/barcode-numbers.ts';
import { resolvePaymentCode } from '../resolve/coded/payment-code.ts';
import { resolveStructured } from '../resolve/e-invoice/structured.ts';
import { applyTemplate } from '../templates/apply.ts';
import { recogniseTemplate } from '../templates/recognise.ts';
import { fieldCost, readPrinted } from './printed.ts';
import type { Fields, Found, Source, SourceInput, SourceName } from './source.ts';

/**
 * Every source of values, weakest first: the later of two sources for a field wins. This list alone decides precedence.
 */
const SOURCES: readonly Source[] = [
  {
    // A bank file states every value by itself; its pages, if it has any, only show it.
    name: 'printed',
    find: (input) => (input.document.statement === undefined ? readPrinted(input) : undefined),
  },
  {
    // Boxes of tax forms, machine-readable zones, labels of cards.
    name: 'coded',
    find: ({ decided: { coded } }) => ({ fields: fieldValues(coded.choices), valueChecks: coded.checks }),
  },
  { name: 'licence', find: ({ decided: { licence } }) => licence },
  { name: 'payment_code', find: ({ document, layouts }) => resolvePaymentCode(document, layouts) },
  { name: 'e_invoice', find: ({ document }) => resolveStructured(document) },
  {
    name: 'bank_file',
    find: async ({ document: { statement }, pace }) =>
      statement === undefined ? undefined : { ...(await resolveBankFile(statement, pace)), isWhole: true },
  },
  {
    // Adds no value of its own: proves numbers that a barcode repeats.
    name: 'barcode',
    find: ({ document }, known) => proveByBarcodes(known, document),
  },
  { name: 'template', find: readTemplate },
];

/** The caller's template, or a shipped one whose title is on the page of a document without an e-invoice. */
async function readTemplate(input: SourceInput, known: Fields): Promise<Found | undefined> {
  const { document, layouts, decided, context, pace } = input;
  const isStructured = document.structured !== undefined || document.statement !== undefined;
  const template = input.template ?? (isStructured ? undefined : recogniseTemplate(layouts, decided.type));
  if (template === undefined) return undefined;
  const reading = await applyTemplate(template, known, context, () => pace.spend(fieldCost(input)));
  return { ...reading, isWhole: true, template };
}

/** Line items come from a single source: the first of these that has any. */
const LINE_ITEM_SOURCES: readonly SourceName[] = ['e_invoice', 'bank_file', 'template', 'printed'];

export interface Gathered {
  readonly fields: Fields;
  readonly lineItems: readonly LineItem[];
  readonly bySource: Partial<Readonly<Record<SourceName, Found>>>;
}

/** Runs every source in order. */
export async function gather(input: SourceInput): Promise<Gathered> {
  let fields: Fields = {};
  const bySource: Partial<Record<SourceName, Found>> = {};
  for (const { name, find } of SOURCES) {
    const found = await find(input, fields);
    if (found === undefined) continue;
    // Rows of an e-invoice are no words of a page; there may be tens of thousands.
    await input.pace.spend(found.lineItems?.length ?? 0);
    bySource[name] = found;
    fields = found.isWhole ? found.fields : { ...fields, ...found.fields };
  }
  const lineItems =
    LINE_ITEM_SOURCES.map((name) => bySource[name]?.lineItems).find((items) => items !== undefined) ?? [];
  return { fields, lineItems, bySource };
}
