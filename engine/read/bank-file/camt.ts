import type { Check } from '#core/domain/result';
import type { BankFileStatement, StructuredValue } from '#engine/model';
import { addressValue, amountValue, codeValue, dateValue, joinedValue, textValue } from '../e-invoice/values.ts';
import type { XmlNode } from '../e-invoice/xml-node.ts';
import { all, first } from '../e-invoice/xml-query.ts';
import { describeEntry } from './camt-entry.ts';
import { type BankFileReading, given, type Pause, ROWS_PER_TURN, type Row, valueAt } from './statement-parts.ts';

/** The messages of ISO 20022 about an account, and the element of one account in each. */
const MESSAGES: Readonly<Record<string, string>> = {
  BkToCstmrStmt: 'Stmt',
  BkToCstmrAcctRpt: 'Rpt',
  BkToCstmrDbtCdtNtfctn: 'Ntfctn',
};
/** Elements around a message: the document, an envelope of the bank, an envelope of the network. */
const MAX_ENVELOPES = 5;

/** The messages in a file; undefined if it is no CAMT.052, .053 or .054. */
function messagesOf(node: XmlNode, depth = 0): readonly XmlNode[] {
  if (MESSAGES[node.name] !== undefined) return [node];
  return depth >= MAX_ENVELOPES ? [] : node.children.flatMap((child) => messagesOf(child, depth + 1));
}

/** Reads CAMT.052, CAMT.053 and CAMT.054 of every version; undefined for other XML. */
export async function readCamt(root: XmlNode, pause: Pause): Promise<BankFileReading | undefined> {
  const messages = messagesOf(root);
  if (messages.length === 0) return undefined;
  const statements: BankFileStatement[] = [];
  for (const message of messages) {
    for (const node of all(message, MESSAGES[message.name] ?? '')) {
      const statement = await readStatement(node, message, pause);
      if (statement === undefined) return { kind: 'damaged', reason: `${node.path} has an amount without a value.` };
      statements.push(statement);
    }
  }
  return { kind: 'statements', statements };
}

async function readStatement(node: XmlNode, message: XmlNode, pause: Pause): Promise<BankFileStatement | undefined> {
  const account = first(node, 'Acct');
  const bank = first(account, 'Svcr/FinInstnId');
  const balances = all(node, 'Bal');
  const currency = codeValue(first(account, 'Ccy')) ?? currencyOf(first(node, 'Bal/Amt', 'Ntry/Amt'));
  const [opening, closing] = [openingOf(balances, currency?.value), closingOf(balances, currency?.value)];
  const entries = await readEntries(all(node, 'Ntry'), pause);
  if (entries === undefined) return undefined;
  const holder = first(account, 'Ownr');
  const iban = codeValue(first(account, 'Id/IBAN'));
  return {
    format: 'camt',
    fields: given({
      account_iban: iban === undefined ? undefined : { ...iban, value: iban.value.replace(/\s/g, '') },
      account_number: textValue(first(account, 'Id/Othr/Id', 'Id/PrtryAcct/Id', 'Id/BBAN')),
      account_holder_name: textValue(first(holder, 'Nm', 'Pty/Nm')),
      account_holder_address: addressOf(first(holder, 'PstlAdr', 'Pty/PstlAdr')),
      bank_name: textValue(first(bank, 'Nm', 'CmbndId/Nm')),
      bank_code: textValue(first(bank, 'ClrSysMmbId/MmbId', 'ClrSysMmbId/Id', 'BICFI', 'BIC')),
      reference_number: textValue(first(node, 'ElctrncSeqNb', 'LglSeqNb', 'Id')),
      currency,
      statement_date: dateOfBalance(closing) ?? dateValue(first(node, 'CreDtTm') ?? first(message, 'GrpHdr/CreDtTm')),
      period_start_date: dateValue(first(node, 'FrToDt/FrDtTm', 'FrToDt/FrDt')),
      period_end_date: dateValue(first(node, 'FrToDt/ToDtTm', 'FrToDt/ToDt')),
      opening_balance: signedAmount(opening),
      closing_balance: signedAmount(closing),
      total_deposits: amountValue(first(node, 'TxsSummry/TtlCdtNtries/Sum')),
      total_withdrawals: amountValue(first(node, 'TxsSummry/TtlDbtNtries/Sum')),
    }),
    rows: entries.rows,
    checks: entries.checks,
  };
}

function addressOf(node: XmlNode | undefined): StructuredValue | undefined {
  const lines = all(node, 'AdrLine');
  if (lines.length > 0) return addressValue(lines, []);
  const street = joinedValue([textValue(first(node, 'StrtNm')), textValue(first(node, 'BldgNb'))], ' ');
  const city = joinedValue([textValue(first(node, 'PstCd')), textValue(first(node, 'TwnNm'))], ' ');
  return joinedValue([street, city], ', ');
}

function currencyOf(amount: XmlNode | undefined): StructuredValue | undefined {
  const code = amount?.attributes['Ccy'];
  return amount === undefined ? undefined : valueAt(code?.toUpperCase(), `${amount.path}/@Ccy`);
}

function codeOf(balance: XmlNode): string {
  return first(balance, 'Tp/CdOrPrtry/Cd', 'Tp/Cd')?.text ?? '';
}

/** Balances with one of the codes, in the currency of the account: accounts may state others beside it. */
function balancesWith(balances: readonly XmlNode[], code: string, currency: string | undefined): readonly XmlNode[] {
  return balances.filter(
    (balance) =>
      codeOf(balance) === code &&
      (currency === undefined || (first(balance, 'Amt')?.attributes['Ccy'] ?? currency) === currency),
  );
}

/** The opening booked balance, else the closing one of the statement before. */
function openingOf(balances: readonly XmlNode[], currency: string | undefined): XmlNode | undefined {
  return balancesWith(balances, 'OPBD', currency)[0] ?? balancesWith(balances, 'PRCD', currency)[0];
}

/** The closing booked balance; reports of the running day end with an interim one. */
function closingOf(balances: readonly XmlNode[], currency: string | undefined): XmlNode | undefined {
  return balancesWith(balances, 'CLBD', currency).at(-1) ?? balancesWith(balances, 'ITBD', currency).at(-1);
}

function dateOfBalance(balance: XmlNode | undefined): StructuredValue | undefined {
  return dateValue(first(balance, 'Dt/Dt', 'Dt/DtTm', 'Dt'));
}

/** The amount with the sign of its credit or debit indicator. */
function signedAmount(node: XmlNode | undefined): StructuredValue | undefined {
  const amount = amountValue(first(node, 'Amt'));
  if (node === undefined || amount === undefined) return undefined;
  const isDebit = first(node, 'CdtDbtInd')?.text.toUpperCase() === 'DBIT' && /[1-9]/.test(amount.value);
  if (!isDebit) return amount;
  // A few banks write a minus as well.
  return { value: `-${amount.value.replace('-', '')}`, path: amount.path, text: amount.value };
}

/** Rows of the booked entries; pending ones are no part of the balances. Undefined if an entry has no amount. */
async function readEntries(
  entries: readonly XmlNode[],
  pause: Pause,
): Promise<{ readonly rows: readonly Row[]; readonly checks: readonly Check[] } | undefined> {
  const rows: Row[] = [];
  let pending = 0;
  for (const [index, entry] of entries.entries()) {
    if (index % ROWS_PER_TURN === ROWS_PER_TURN - 1) await pause();
    const status = first(entry, 'Sts/Cd', 'Sts/Prtry', 'Sts')?.text.toUpperCase() ?? '';
    if (status === 'PDNG' || status === 'INFO' || status === 'FUTR') {
      pending += 1;
      continue;
    }
    const amount = signedAmount(entry);
    if (amount === undefined) return undefined;
    rows.push(
      given({
        date: dateValue(first(entry, 'BookgDt/Dt', 'BookgDt/DtTm', 'ValDt/Dt', 'ValDt/DtTm')),
        description: describeEntry(entry),
        amount,
      }),
    );
  }
  const detail = `${pending} entries are not booked yet; they are left out.`;
  return { rows, checks: pending === 0 ? [] : [{ rule: 'pending_entries', ok: true, detail }] };
}
