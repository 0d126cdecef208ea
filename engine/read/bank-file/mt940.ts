import type { BankFileStatement, StructuredValue } from '#engine/model';
import { isIban } from '#engine/validate/iban';
import { nearestYear, sixDigitDate } from './file-dates.ts';
import { describeDetails } from './mt-details.ts';
import { type MtField, messagesOfMt } from './mt-messages.ts';
import { markedAmount } from './plain-amount.ts';
import {
  type BankFileReading,
  describe,
  given,
  MAX_STATEMENT_ROWS,
  type Pause,
  ROWS_PER_TURN,
  type Row,
  valueAt,
} from './statement-parts.ts';

/** A statement while its pages are joined. */
interface OpenStatement {
  readonly fields: Record<string, StructuredValue>;
  readonly rows: Row[];
  /** The closing balance is an intermediate one: the next message continues it. */
  readonly continues: boolean;
}

/** Tags without which a message says nothing about an account: MT940 and MT950 have balances, MT942 has limits or sums. */
const TELLING = /^(?:60[FM]|62[FM]|34F|90[CD]|13D?|61)$/;

/** Reads MT940, MT942 and MT950. */
export async function readMt940(text: string, pause: Pause): Promise<BankFileReading> {
  const statements: BankFileStatement[] = [];
  let open: OpenStatement | undefined;
  let rows = 0;
  for (const message of messagesOfMt(text)) {
    if (!message.some(({ tag }) => TELLING.test(tag))) continue;
    const page = await readMessage(message, pause);
    if (typeof page === 'string') return { kind: 'damaged', reason: page };
    rows += page.rows.length;
    if (rows > MAX_STATEMENT_ROWS) return { kind: 'too-large' };
    const account = (fields: OpenStatement['fields']) => (fields['account_iban'] ?? fields['account_number'])?.value;
    if (open?.continues === true && account(open.fields) === account(page.fields)) {
      const { closing_balance: _, statement_date: __, ...before } = open.fields;
      for (const row of page.rows) open.rows.push(row);
      open = { fields: { ...page.fields, ...before }, rows: open.rows, continues: page.continues };
    } else {
      if (open !== undefined) statements.push(closed(open));
      open = page;
    }
    await pause();
  }
  if (open !== undefined) statements.push(closed(open));
  return statements.length === 0
    ? { kind: 'damaged', reason: 'The SWIFT message has no account and no balances.' }
    : { kind: 'statements', statements };
}

function closed({ fields, rows }: OpenStatement): BankFileStatement {
  return { format: 'mt940', fields, rows, checks: [] };
}

/** One message; a text says why it cannot be read. */
async function readMessage(message: readonly MtField[], pause: Pause): Promise<OpenStatement | string> {
  const find = (pattern: RegExp) => message.find(({ tag }) => pattern.test(tag));
  const [opening, closing] = [find(/^60[FM]$/), message.findLast(({ tag }) => /^62[FM]$/.test(tag))];
  if (opening !== undefined && closing === undefined) {
    return `The statement of line ${opening.line} breaks off before its closing balance.`;
  }
  const [from, to] = [balanceOf(opening), balanceOf(closing)];
  if (from === 'wrong' || to === 'wrong')
    return `A balance of the statement at line ${message[0]?.line ?? 1} is no amount.`;
  const rows: Row[] = [];
  for (const [index, field] of message.entries()) {
    if (field.tag !== '61') continue;
    const row = readRow(field, message[index + 1]);
    if (row === undefined) return `Line ${field.line} is no statement line of SWIFT.`;
    rows.push(row);
    if (rows.length % ROWS_PER_TURN === 0) await pause();
  }
  const [deposits, withdrawals] = [sumOf(find(/^90C$/)), sumOf(find(/^90D$/))];
  const limit = find(/^34F$/);
  const reported = find(/^13D?$/);
  const number = find(/^28C?$/);
  return {
    fields: given({
      ...accountOf(find(/^25P?$/)),
      reference_number: number && valueAt(number.lines[0], at(number)),
      currency:
        from?.currency ?? to?.currency ?? (limit && valueAt(/^[A-Z]{3}/.exec(limit.lines[0] ?? '')?.[0], at(limit))),
      statement_date:
        to?.date ?? (reported && valueAt(sixDigitDate((reported.lines[0] ?? '').slice(0, 6)), at(reported))),
      opening_balance: from?.amount,
      closing_balance: to?.amount,
      total_deposits: deposits,
      total_withdrawals: withdrawals,
    }),
    rows,
    continues: closing?.tag === '62M',
  };
}

function at({ tag, line }: MtField): string {
  return `line ${line} :${tag}:`;
}

interface Balance {
  readonly amount: StructuredValue | undefined;
  readonly currency: StructuredValue | undefined;
  readonly date: StructuredValue | undefined;
}

/** `C240131EUR1234,56` */
function balanceOf(field: MtField | undefined): Balance | 'wrong' | undefined {
  if (field === undefined) return undefined;
  const [text = ''] = field.lines;
  const [, mark, date = '', currency, number = ''] = /^([CD])(\d{6})([A-Z]{3})([\d.,]{1,20})\s*$/.exec(text) ?? [];
  const value = mark === undefined ? undefined : markedAmount(number, mark === 'D');
  if (value === undefined) return 'wrong';
  const path = at(field);
  return {
    amount: valueAt(value, path, number),
    currency: valueAt(currency, path),
    date: valueAt(sixDigitDate(date), path, date),
  };
}

/** `:90C:12EUR1234,56`: number and sum of entries. */
function sumOf(field: MtField | undefined): StructuredValue | undefined {
  if (field === undefined) return undefined;
  const number = /^\d{1,5}[A-Z]{3}([\d.,]{1,20})\s*$/.exec(field.lines[0] ?? '')?.[1] ?? '';
  return valueAt(markedAmount(number, false), at(field), number);
}

/** An IBAN, with or without its currency; a bank code and a number; a number. */
function accountOf(field: MtField | undefined): Readonly<Record<string, StructuredValue | undefined>> {
  if (field === undefined) return {};
  const path = at(field);
  const text = (field.lines[0] ?? '').trim();
  const plain = text.replace(/\s/g, '');
  const [, code, rest] = /^([^/]{1,35})\/(.{1,35})$/.exec(plain) ?? [];
  for (const part of [plain, rest, code]) {
    const bare = part?.replace(/(?<=\d)[A-Z]{3}$/, '');
    const iban = [part, bare].find((candidate) => candidate !== undefined && isIban(candidate));
    if (iban !== undefined) return { account_iban: valueAt(iban, path, text) };
  }
  if (code === undefined || rest === undefined) return { account_number: valueAt(plain, path, text) };
  const [, number = rest] = /^(\d{4,})[A-Z]{3}$/.exec(rest) ?? [];
  return { bank_code: valueAt(code, path, text), account_number: valueAt(number, path, text) };
}

/** Value date, booking day, mark, third letter of the currency, amount, kind and references. */
const STATEMENT_LINE = /^(\d{6})(\d{4})?(R?[CD]|E[CD])([A-Z])?(\d{1,15}(?:[,.]\d{0,4})?)([A-Z].*)?$/;

/** The reversal of a credit takes money out again. */
const MONEY_OUT: ReadonlySet<string> = new Set(['D', 'RC', 'ED']);

function readRow(field: MtField, next: MtField | undefined): Row | undefined {
  const [text = '', ...supplement] = field.lines;
  const [, value = '', booked, mark, , number = '', references = ''] = STATEMENT_LINE.exec(text.trim()) ?? [];
  const valueDate = sixDigitDate(value);
  const amount = mark === undefined ? undefined : markedAmount(number, MONEY_OUT.has(mark));
  if (mark === undefined || valueDate === undefined || amount === undefined) return undefined;
  const details = next?.tag === '86' ? next : undefined;
  const described = details === undefined ? '' : describeDetails(details.lines);
  const path = at(field);
  // Without details the customer's reference and the supplement describe the row. `NONREF` is none.
  const own = describe(
    references
      .slice(4)
      .split('//')[0]
      ?.replace(/^NONREF$/, ''),
    supplement.join(' '),
  );
  return given({
    date: valueAt(
      booked === undefined ? valueDate : (nearestYear(booked, valueDate) ?? valueDate),
      path,
      booked ?? value,
    ),
    description: described === '' ? valueAt(own, path) : valueAt(described, details === undefined ? path : at(details)),
    amount: valueAt(amount, path, `${mark}${number}`),
  });
}
