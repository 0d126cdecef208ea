import type { BankFileStatement, StructuredValue } from '#engine/model';
import { isIban } from '#engine/validate/iban';
import { captionsAround } from './csv-captions.ts';
import type { CsvColumn } from './csv-columns.data.ts';
import { MONEY_IN_MARKS, MONEY_OUT_MARKS } from './csv-columns.data.ts';
import { findHeading, folded, type Heading } from './csv-heading.ts';
import { type DateOrder, dateOrderOf, numericDate } from './file-dates.ts';
import { lastBalance } from './last-balance.ts';
import { type DecimalMark, decimalMarkOf, writtenAmount } from './plain-amount.ts';
import { describe, given, type Pause, ROWS_PER_TURN, type Row, valueAt } from './statement-parts.ts';

type Records = readonly (readonly string[])[];

/** Share of the rows that must be movements: tables of other things have other dates and amounts. */
const MIN_MOVEMENTS = 0.9;
/** How the numbers and dates of a table are written. */
interface Style {
  readonly mark: DecimalMark;
  readonly order: DateOrder;
}

/**
 * Statements in a table of movements, one of each account; undefined if the table is none. What it is, is decided by
 * its headings and by its cells: dates, signed amounts or two columns of them, balances.
 */
export async function readCsvStatements(
  records: Records,
  pause: Pause,
): Promise<readonly BankFileStatement[] | undefined> {
  const heading = findHeading(records);
  if (heading === undefined) return undefined;
  const body = records.slice(heading.record + 1);
  const cellsOf = (...columns: readonly CsvColumn[]) =>
    body.flatMap((record) => columns.flatMap((column) => cell(record, heading, column) ?? []));
  await pause();
  const mark = decimalMarkOf(cellsOf('amount', 'debit', 'credit', 'balance')) ?? '.';
  const order = dateOrderOf(cellsOf('booked', 'date', 'valued')) ?? 'dmy';
  await pause();
  const style = { mark, order };
  const rows: { readonly row: Row; readonly record: number }[] = [];
  let misses = 0;
  for (const [index, record] of body.entries()) {
    if (index % ROWS_PER_TURN === ROWS_PER_TURN - 1) await pause();
    const row = readRow(record, index + heading.record + 2, heading, style);
    if (row !== undefined) rows.push({ row, record: index });
    else if (record.length >= heading.width - 1 && !isPending(record, heading)) misses += 1;
  }
  if (rows.length < MIN_MOVEMENTS * (rows.length + misses)) return undefined;
  if (
    !isAccount(
      rows.map(({ row }) => row),
      heading,
      cellsOf('account'),
    )
  )
    return undefined;
  const others = [...records.slice(0, heading.record), ...body.filter((record) => record.length < heading.width)];
  const stated = captionsAround(others, records, (text) => writtenAmount(text, mark));
  return byAccount(rows, body, heading).map(({ own, account }) => statementOf(own, account, stated));
}

/** An account, not a line of a chart of accounts. */
const ACCOUNT = /\d{6}|^[A-Z]{2}\d{2}|[*xX•]{2}\s?\d{3}/;

/**
 * Only an account has balances, amounts of both signs with a date of booking or value, or a column for each sign. The
 * plainest exports have a date, a text and an amount, and nothing else.
 */
function isAccount(rows: readonly Row[], { columns, width }: Heading, accounts: readonly string[]): boolean {
  if (columns.has('balance')) return true;
  const isJournal = accounts.length > 0 && !accounts.some((text) => ACCOUNT.test(text));
  const isSplit = columns.has('debit') && columns.has('credit');
  if (isJournal || rows.length === 0) return isSplit && !isJournal;
  const hasOut = rows.some(({ amount }) => amount?.value.startsWith('-'));
  const isPlain = width <= 4 && [...columns.values()].flat().length === width && columns.has('text');
  const isBank = columns.has('booked') || columns.has('valued') || columns.has('account') || columns.has('mark');
  return isSplit || (hasOut && (isBank || isPlain));
}

function cell(record: readonly string[], { columns }: Heading, column: CsvColumn): string | undefined {
  for (const index of columns.get(column) ?? []) {
    const text = record[index]?.trim() ?? '';
    if (text !== '') return text;
  }
  return undefined;
}

/** Card payments that are reserved or were refused are no movements yet. */
const NOT_BOOKED = /^(?:pending|declined|failed|reverted|vorgemerkt|offen|en attente|pendiente)$/;

function isPending(record: readonly string[], heading: Heading): boolean {
  return NOT_BOOKED.test(folded(cell(record, heading, 'status') ?? ''));
}

function readRow(record: readonly string[], line: number, heading: Heading, style: Style): Row | undefined {
  if (isPending(record, heading)) return undefined;
  const date =
    cell(record, heading, 'booked') ?? cell(record, heading, 'date') ?? cell(record, heading, 'valued') ?? '';
  const iso = numericDate(date, style.order);
  const amount = amountOf(record, heading, style.mark);
  if (iso === undefined || amount === undefined) return undefined;
  const texts = [...(heading.columns.get('party') ?? []), ...(heading.columns.get('text') ?? [])];
  const balance = cell(record, heading, 'balance');
  const path = `record ${line}`;
  return given({
    date: valueAt(iso, path, date),
    description: valueAt(describe(...texts.map((index) => record[index])), path),
    amount: valueAt(amount.value, path, amount.text),
    balance: balance === undefined ? undefined : valueAt(writtenAmount(balance, style.mark), path, balance),
  });
}

/** Money in is positive: by sign, by column, or by a mark beside an amount without a sign. */
function amountOf(
  record: readonly string[],
  heading: Heading,
  mark: DecimalMark,
): { readonly value: string; readonly text: string } | undefined {
  const [out, into] = [cell(record, heading, 'debit'), cell(record, heading, 'credit')];
  const [debit, credit] = [out, into].map((text) => (text === undefined ? undefined : writtenAmount(text, mark)));
  const isNone = (value: string | undefined) => value === undefined || !/[1-9]/.test(value);
  if (out !== undefined && debit !== undefined && !isNone(debit)) {
    return isNone(credit) ? { value: `-${debit.replace('-', '')}`, text: out } : undefined;
  }
  if (into !== undefined && credit !== undefined) return { value: credit, text: into };
  const stated = cell(record, heading, 'amount');
  const value = stated === undefined ? undefined : writtenAmount(stated, mark);
  if (stated === undefined || value === undefined) return undefined;
  const word = folded(cell(record, heading, 'mark') ?? '');
  const bare = value.replace('-', '');
  if (MONEY_OUT_MARKS.has(word)) return { value: /[1-9]/.test(bare) ? `-${bare}` : bare, text: `${stated} ${word}` };
  return { value: MONEY_IN_MARKS.has(word) ? bare : value, text: stated };
}

interface Account {
  readonly own: readonly Row[];
  readonly account: { readonly text: string; readonly currency: string; readonly record: number } | undefined;
}

/** Rows by account and currency, where the table has columns for them. */
function byAccount(
  rows: readonly { readonly row: Row; readonly record: number }[],
  body: Records,
  heading: Heading,
): readonly Account[] {
  const accounts = new Map<string, { own: Row[]; account: Account['account'] }>();
  for (const { row, record } of rows) {
    const stated = cell(body[record] ?? [], heading, 'account') ?? '';
    const text = ACCOUNT.test(stated) ? stated : '';
    const currency = cell(body[record] ?? [], heading, 'currency') ?? '';
    const key = `${text}\n${currency}`;
    const known = accounts.get(key);
    if (known !== undefined) known.own.push(row);
    else accounts.set(key, { own: [row], account: { text, currency, record: record + heading.record + 2 } });
  }
  return accounts.size === 0 ? [{ own: [], account: undefined }] : [...accounts.values()];
}

function statementOf(
  rows: readonly Row[],
  account: Account['account'],
  stated: Readonly<Record<string, StructuredValue>>,
): BankFileStatement {
  const path = `record ${account?.record ?? 1}`;
  const closing = lastBalance(rows);
  const number = account?.text.replace(/\s/g, '') ?? '';
  const currency = /^[A-Z]{3}$/.test(account?.currency ?? '') ? account?.currency : undefined;
  return {
    format: 'csv',
    fields: given({
      ...(closing !== undefined && { closing_balance: closing }),
      ...stated,
      ...(number !== '' && {
        [isIban(number) ? 'account_iban' : 'account_number']: valueAt(number, path, account?.text),
      }),
      ...(currency !== undefined && { currency: valueAt(currency, path) }),
    }),
    rows,
    checks: [],
  };
}
