import type { Check } from '#core/domain/result';
import type { BankFileStatement, StructuredValue } from '#engine/model';
import { type Bai2Record, recordsOfBai2 } from './bai2-records.ts';
import { sixDigitDate } from './file-dates.ts';
import { decimalOf } from './plain-amount.ts';
import {
  type BankFileReading,
  describe,
  given,
  MAX_STATEMENT_ROWS,
  type Pause,
  type Row,
  valueAt,
} from './statement-parts.ts';

/** Fields of an account by the type codes of its summary (BAI2, appendix A). */
const SUMMARY: Readonly<Record<string, string>> = {
  '010': 'opening_balance',
  '015': 'closing_balance',
  '100': 'total_deposits',
  '400': 'total_withdrawals',
};
/** Places of the amounts, which are written without a mark (ISO 4217); two for other currencies. */
const PLACES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    [
      'BIF',
      'CLP',
      'DJF',
      'GNF',
      'ISK',
      'JPY',
      'KMF',
      'KRW',
      'PYG',
      'RWF',
      'UGX',
      'VND',
      'VUV',
      'XAF',
      'XOF',
      'XPF',
    ].map((code) => [code, 0]),
  ),
  ...Object.fromEntries(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3])),
};
/** Fields after the funds type, by type. A distributed one states how many pairs follow. */
const FUNDS: Readonly<Record<string, number>> = { S: 3, V: 2 };

interface OpenAccount {
  readonly fields: Record<string, StructuredValue>;
  readonly rows: Row[];
  readonly places: number;
  readonly date: StructuredValue | undefined;
  readonly line: number;
  /** Sum of all amounts as written, and the physical records, for the control totals. */
  sum: number;
  records: number;
}

/** Reads BAI2: groups (02) of accounts (03) with their movements (16), each with a control total. */
export async function readBai2(text: string, pause: Pause): Promise<BankFileReading> {
  const records = await recordsOfBai2(text, pause);
  if (records === 'too-large') return { kind: 'too-large' };
  if (records === undefined) return { kind: 'damaged', reason: 'A line of the BAI2 file is no record.' };
  if (records.at(-1)?.code !== '99') return { kind: 'damaged', reason: 'The BAI2 file breaks off before its trailer.' };
  const statements: BankFileStatement[] = [];
  let group: Bai2Record | undefined;
  let account: OpenAccount | undefined;
  let rows = 0;
  for (const record of records) {
    if (record.code === '02') group = record;
    else if (record.code === '03') account = openAccount(record, group);
    else if (account !== undefined && record.code === '16') {
      if (!addMovement(account, record))
        return { kind: 'damaged', reason: `Line ${record.line} is no movement of BAI2.` };
      rows += 1;
      if (rows > MAX_STATEMENT_ROWS) return { kind: 'too-large' };
    } else if (account !== undefined && record.code === '49') {
      statements.push({
        format: 'bai2',
        fields: account.fields,
        rows: account.rows,
        checks: [controlCheck(account, record)],
      });
      account = undefined;
      await pause();
    }
  }
  if (account !== undefined) return { kind: 'damaged', reason: `The account of line ${account.line} has no trailer.` };
  return { kind: 'statements', statements };
}

function openAccount(record: Bai2Record, group: Bai2Record | undefined): OpenAccount {
  const { line, fields, lines } = record;
  const [number = '', ownCurrency = '', ...summary] = fields;
  const [, originator = '', , asOf = '', , groupCurrency = ''] = group?.fields ?? [];
  const currency = ownCurrency || groupCurrency || 'USD';
  const places = PLACES[currency] ?? 2;
  const date = valueAt(sixDigitDate(asOf), `line ${group?.line ?? line} 02`, asOf);
  const found: Record<string, StructuredValue | undefined> = {};
  let sum = 0;
  for (let at = 0; at < summary.length; ) {
    const [code = '', amount = '', , funds = ''] = summary.slice(at, at + 4);
    sum += wholeOf(amount);
    const name = SUMMARY[code];
    const value = impliedAmount(amount, places);
    if (name !== undefined) found[name] = valueAt(value, `line ${line} 03 ${code}`, amount);
    at += 4 + fundsLength(funds, summary.slice(at + 4));
  }
  const stated = ownCurrency || groupCurrency;
  return {
    fields: given({
      account_number: valueAt(number, `line ${line} 03`),
      bank_code: valueAt(originator, `line ${group?.line ?? line} 02`),
      currency: valueAt(stated, `line ${ownCurrency === '' ? (group?.line ?? line) : line}`),
      statement_date: date,
      ...found,
    }),
    rows: [],
    places,
    date,
    line,
    sum,
    records: lines,
  };
}

/** Adds a movement; false if it is none. Codes of 900 and more are free to the bank: their amounts count, their sign is unknown. */
function addMovement(account: OpenAccount, { line, fields, lines }: Bai2Record): boolean {
  const [code = '', amount = '', funds = '', ...rest] = fields;
  const type = Number(code);
  const value = impliedAmount(amount, account.places);
  if (!/^\d{3}$/.test(code) || (value === undefined && amount !== '')) return false;
  account.sum += wholeOf(amount);
  account.records += lines;
  if (value === undefined || type < 100 || type > 699) return true;
  const skip = fundsLength(funds, rest);
  const valueDate = funds === 'V' ? valueAt(sixDigitDate(rest[0] ?? ''), `line ${line} 16`, rest[0]) : undefined;
  const [bankReference = '', customerReference = '', ...text] = rest.slice(skip);
  const signed =
    type >= 400 ? (value.startsWith('-') ? value.slice(1) : /[1-9]/.test(value) ? `-${value}` : value) : value;
  account.rows.push(
    given({
      date: account.date ?? valueDate,
      description: valueAt(describe(text.join(',')) || describe(customerReference, bankReference), `line ${line} 16`),
      amount: valueAt(signed, `line ${line} 16`, amount),
    }),
  );
  return true;
}

function fundsLength(type: string, rest: readonly string[]): number {
  return type === 'D' ? 1 + 2 * Math.min(Number(rest[0]) || 0, rest.length) : (FUNDS[type] ?? 0);
}

function wholeOf(amount: string): number {
  return /^[-+]?\d{1,15}$/.test(amount) ? Number(amount) : 0;
}

/** `123450` with two implied places is `1234.50`. */
function impliedAmount(text: string, places: number): string | undefined {
  const [, sign, digits = ''] = /^([-+]?)(\d{1,15})$/.exec(text) ?? [];
  if (digits === '') return undefined;
  const padded = digits.padStart(places + 1, '0');
  return decimalOf(padded.slice(0, padded.length - places), padded.slice(padded.length - places), sign === '-');
}

/** The trailer states the sum of all amounts and the number of records. */
function controlCheck(account: OpenAccount, { line, fields, lines }: Bai2Record): Check {
  const [total = '', count = ''] = fields;
  const records = account.records + lines;
  const ok = Number(total) === account.sum && (count === '' || Number(count) === records);
  const stated = `The trailer of line ${line} states a total of ${total} and ${count || 'no'} records`;
  return {
    rule: 'control_total',
    ok,
    detail: ok ? `${stated}, as they are.` : `${stated}; there are ${account.sum} and ${records}.`,
  };
}
