import type { BankFileStatement, StructuredValue } from '#engine/model';
import { isIban } from '#engine/validate/iban';
import { eightDigitDate } from './file-dates.ts';
import { nodeAt, nodesAt, nodesNamed, type OfxNode, parseOfx } from './ofx-tree.ts';
import { type DecimalMark, decimalMarkOf, writtenAmount } from './plain-amount.ts';
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

/** Statements of bank accounts, cards and securities accounts. */
const STATEMENTS: ReadonlySet<string> = new Set(['STMTRS', 'CCSTMTRS', 'INVSTMTRS']);

/** Reads OFX and QFX, in SGML (version 1) and XML (version 2). */
export async function readOfx(text: string, pause: Pause): Promise<BankFileReading> {
  const root = await parseOfx(text, pause);
  if (root === 'too-large') return { kind: 'too-large' };
  if (root === undefined) return { kind: 'damaged', reason: 'The OFX file breaks off before its end.' };
  const bank = statedValue(nodeAt(root, 'SIGNONMSGSRSV1/SONRS/FI/ORG'));
  const statements: BankFileStatement[] = [];
  let rows = 0;
  for (const node of nodesNamed(root, STATEMENTS)) {
    const statement = await readStatement(node, bank, pause);
    if (typeof statement === 'string') return { kind: 'damaged', reason: statement };
    rows += statement.rows.length;
    if (rows > MAX_STATEMENT_ROWS) return { kind: 'too-large' };
    statements.push(statement);
  }
  return { kind: 'statements', statements };
}

function statedValue(node: OfxNode | undefined): StructuredValue | undefined {
  return node === undefined ? undefined : valueAt(node.text, pathOf(node));
}

function pathOf({ name, line }: OfxNode): string {
  return `line ${line} <${name}>`;
}

/** One account; a text says why it cannot be read. */
async function readStatement(
  node: OfxNode,
  bank: StructuredValue | undefined,
  pause: Pause,
): Promise<BankFileStatement | string> {
  const account =
    nodeAt(node, 'BANKACCTFROM') ??
    nodeAt(node, 'CCACCTFROM') ??
    nodeAt(node, 'CCSTMTACCTFROM') ??
    nodeAt(node, 'INVACCTFROM');
  const list = nodeAt(node, 'BANKTRANLIST') ?? nodeAt(node, 'INVTRANLIST');
  const movements = [...nodesAt(list, 'STMTTRN'), ...nodesAt(list, 'INVBANKTRAN/STMTTRN')];
  const ledger = nodeAt(node, 'LEDGERBAL');
  const amounts = [...movements.map((movement) => nodeAt(movement, 'TRNAMT')), nodeAt(ledger, 'BALAMT')];
  const mark = decimalMarkOf(amounts.map((amount) => amount?.text ?? '')) ?? '.';
  const rows: Row[] = [];
  for (const [index, movement] of movements.entries()) {
    if (index % ROWS_PER_TURN === ROWS_PER_TURN - 1) await pause();
    const amount = amountOf(nodeAt(movement, 'TRNAMT'), mark);
    if (amount === undefined) return `The movement of line ${movement.line} has no amount.`;
    rows.push(
      given({
        date: dateOf(nodeAt(movement, 'DTPOSTED') ?? nodeAt(movement, 'DTUSER')),
        description: descriptionOf(movement),
        amount,
      }),
    );
  }
  const id = statedValue(nodeAt(account, 'ACCTID'));
  return {
    format: 'ofx',
    fields: given({
      ...(id !== undefined && isIban(id.value) ? { account_iban: id } : { account_number: id }),
      bank_name: bank,
      bank_code: statedValue(nodeAt(account, 'BANKID')),
      currency: statedValue(nodeAt(node, 'CURDEF')),
      statement_date: dateOf(nodeAt(ledger, 'DTASOF')) ?? dateOf(nodeAt(node, 'DTASOF')),
      period_start_date: dateOf(nodeAt(list, 'DTSTART')),
      period_end_date: dateOf(nodeAt(list, 'DTEND')),
      closing_balance: amountOf(nodeAt(ledger, 'BALAMT'), mark),
    }),
    rows,
    checks: [],
  };
}

function amountOf(node: OfxNode | undefined, mark: DecimalMark): StructuredValue | undefined {
  if (node === undefined) return undefined;
  return valueAt(writtenAmount(node.text, mark), pathOf(node), node.text);
}

function dateOf(node: OfxNode | undefined): StructuredValue | undefined {
  return node === undefined ? undefined : valueAt(eightDigitDate(node.text), pathOf(node), node.text);
}

function descriptionOf(movement: OfxNode): StructuredValue | undefined {
  const [name, memo] = [nodeAt(movement, 'NAME') ?? nodeAt(movement, 'PAYEE/NAME'), nodeAt(movement, 'MEMO')];
  const text = describe(name?.text, memo?.text);
  const source = name ?? memo ?? nodeAt(movement, 'CHECKNUM') ?? nodeAt(movement, 'TRNTYPE');
  return source === undefined ? undefined : valueAt(text === '' ? source.text : text, pathOf(source));
}
