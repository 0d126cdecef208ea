import type { BankFileStatement, StructuredValue } from '#engine/model';
import { isIban } from '#engine/validate/iban';
import { type DateOrder, dateOrderOf, numericDate } from './file-dates.ts';
import { type DecimalMark, decimalMarkOf, writtenAmount } from './plain-amount.ts';
import { type QifRecord, type QifSection, sectionsOfQif } from './qif-records.ts';
import {
  type BankFileReading,
  describe,
  given,
  MAX_STATEMENT_ROWS,
  type Pause,
  type Row,
  valueAt,
} from './statement-parts.ts';

/** Sections of movements; lists of categories, classes and prices are none. */
const MOVEMENTS = /^Type:(?:Bank|Cash|CCard|Oth [AL]|Invst)/i;
/** Programs write the balance before the first movement as a movement of this payee. */
const OPENING = /^opening balance$/i;
/** Securities that are bought or money that leaves, though the amount has no sign. */
const MONEY_OUT = /^(?:Buy|XOut|MiscExp|CvrShrt|MargInt)/i;

/** Reads QIF. The order of day and month and the decimal mark are those that all records of the file allow. */
export async function readQif(text: string, pause: Pause): Promise<BankFileReading> {
  const sections = await sectionsOfQif(text, pause);
  if (sections === 'too-large') return { kind: 'too-large' };
  const records = sections.filter(({ type }) => MOVEMENTS.test(type)).flatMap((section) => section.records);
  if (records.length > MAX_STATEMENT_ROWS) return { kind: 'too-large' };
  // QIF is American: of two possible orders the month comes first.
  const order = dateOrderOf(records.map(({ fields }) => fields['D']?.text ?? '')) ?? 'mdy';
  await pause();
  const mark = decimalMarkOf(records.map(({ fields }) => fields['T']?.text ?? '')) ?? '.';
  const statements: BankFileStatement[] = [];
  for (const section of sections) {
    if (!MOVEMENTS.test(section.type)) continue;
    const statement = readSection(section, order, mark);
    if (typeof statement === 'string') return { kind: 'damaged', reason: statement };
    statements.push(statement);
    await pause();
  }
  return { kind: 'statements', statements };
}

function readSection(
  { type, account, records }: QifSection,
  order: DateOrder,
  mark: DecimalMark,
): BankFileStatement | string {
  const rows: Row[] = [];
  let opening: StructuredValue | undefined;
  let name = account;
  for (const record of records) {
    const amount = amountOf(record, mark);
    if (amount === undefined) {
      if (record.fields['N'] !== undefined && /^Type:Invst/i.test(type)) continue;
      return `The record of line ${record.line} has no amount.`;
    }
    if (rows.length === 0 && OPENING.test(record.fields['P']?.text.trim() ?? '')) {
      opening = amount;
      name ??= record.fields['L'] && { ...record.fields['L'], text: record.fields['L'].text.replace(/^\[|\]$/g, '') };
      continue;
    }
    const [date, label] = [
      record.fields['D'],
      record.fields['P'] ?? record.fields['M'] ?? record.fields['Y'] ?? record.fields['N'],
    ];
    const text = describe(record.fields['P']?.text, record.fields['M']?.text, record.fields['Y']?.text);
    rows.push(
      given({
        date: date && valueAt(numericDate(date.text, order), `line ${date.line} D`, date.text),
        description: label && valueAt(text === '' ? label.text : text, `line ${label.line}`),
        amount,
      }),
    );
  }
  const id = name && valueAt(name.text.replace(/\s/g, ''), `line ${name.line} N`, name.text);
  const isNumber = id !== undefined && /\d{4}/.test(id.value);
  return {
    format: 'qif',
    fields: given({
      ...(id !== undefined && isIban(id.value) ? { account_iban: id } : isNumber ? { account_number: id } : {}),
      opening_balance: opening,
    }),
    rows,
    checks: [],
  };
}

/** The amount; investments state it without a sign. */
function amountOf({ fields }: QifRecord, mark: DecimalMark): StructuredValue | undefined {
  const field = fields['T'] ?? fields['U'] ?? fields['$'];
  if (field === undefined) return undefined;
  const value = writtenAmount(field.text, mark);
  const isOut = value !== undefined && !value.startsWith('-') && MONEY_OUT.test(fields['N']?.text ?? '');
  return valueAt(isOut ? `-${value}` : value, `line ${field.line} T`, field.text);
}
