import { fieldValues, withoutProofOnPictures } from '../confidence/confidence.ts';
import { toUnits } from '../normalise/decimal.ts';
import { confirmByRows, resolveFields } from '../resolve/fields.ts';
import { type LineItemContext, resolveLineItems } from '../resolve/rows/line-items.ts';
import type { Fields, Found, SourceInput } from './source.ts';

/** Resolving one header field examines few words, but the links of all pages. */
const FIELD_COST = 1 / 8;
/** Progress of the stage once the header fields are known. */
const HEADER_SHARE = 0.4;

/** Cost of one field, in words. */
export const fieldCost = ({ words }: SourceInput): number => FIELD_COST * words;

/** Reads the pages: header fields by labels, position and arithmetic, and the rows of the item table. */
export async function readPrinted(input: SourceInput): Promise<Found> {
  const { spec, context, layouts, document, pace, words } = input;
  const choices = await resolveFields(spec, context, () => pace.spend(fieldCost(input)));
  const unchecked = fieldValues(choices);
  input.report(HEADER_SHARE);
  await pace.spend(words);
  const rows = await resolveLineItems(layouts, rowContext(input, unchecked), pace);
  const fields = fieldValues(confirmByRows(spec, choices, context, rows));
  await pace.spend(words);
  const pictures = document.pages.filter(({ source }) => source === 'ocr');
  return { fields, checks: rows.checks, lineItems: rows.items.map((item) => withoutProofOnPictures(item, pictures)) };
}

/** Header values that help to read the rows. */
function rowContext({ context, decided }: SourceInput, header: Fields): LineItemContext {
  const { decimal, dateOrder } = context.locale;
  const units = (name: string) => toUnits(header[name]?.value ?? '');
  return {
    documentType: decided.type,
    ...(decimal.sure && { mark: decimal.mark }),
    ...optional('subtotal', units('subtotal_amount')),
    ...optional('tax', units('tax_amount')),
    ...optional('total', units('total_amount')),
    ...optional('opening', units('opening_balance')),
    ...optional('closing', units('closing_balance')),
    ...(dateOrder.sure && { dayOrder: dateOrder.order }),
    ...optional('year', yearOf(header)),
  };
}

/** The document's year, for row dates without one. */
function yearOf(header: Fields): number | undefined {
  const names = ['statement_date', 'period_end_date', 'invoice_date', 'transaction_date'];
  const date = names.map((name) => header[name]?.value).find((value) => value !== undefined);
  const year = Number(date?.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : undefined;
}

function optional<K extends string>(key: K, value: number | undefined): { readonly [P in K]?: number } {
  const entry: { [P in K]?: number } = {};
  if (value !== undefined) entry[key] = value;
  return entry;
}
