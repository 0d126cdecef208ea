import type { DocumentType } from '#core/domain/document-types';
import type { Check } from '#core/domain/result';
import { formatUnits, type Units } from '../../normalise/decimal.ts';
import type { Choices } from '../base/choice.ts';
import type { RowNumbers } from './row-numbers.ts';

/** Check that the opening balance and all movements of a table add up to the closing balance. */
export const ACCOUNT_CHAIN = 'account_chain';

/** The two ends of an account statement. Amounts in units of a ten-thousandth. */
export interface AccountEnds {
  readonly opening?: Units;
  readonly closing?: Units;
}

/** Fewer movements may connect two balances by chance. */
const MIN_MOVEMENTS = 3;

/** Document types whose rows are account movements and do not add up to a sum of the document. */
export const STATEMENTS: ReadonlySet<DocumentType> = new Set(['bank_statement', 'card_statement']);

/**
 * True if the opening balance and every row of the table, with its sign, add up to the closing balance. Card statements
 * print debt as positive and movements as negative. A first row with the opening balance itself is not a movement.
 * Equal balances, a row without an amount or too few movements prove nothing.
 */
export function closesAccount(
  rows: readonly RowNumbers[],
  { opening, closing }: AccountEnds,
  documentType: DocumentType,
): boolean {
  if (!STATEMENTS.has(documentType) || opening === undefined || closing === undefined || opening === closing)
    return false;
  const amounts = rows.map(({ amount }) => amount?.value);
  if (amounts.some((amount) => amount === undefined)) return false;
  const sign = documentType === 'card_statement' ? -1 : 1;
  const [first, ...rest] = amounts.map((amount) => sign * (amount ?? 0));
  const all = first === undefined ? [] : [first, ...rest];
  const moved = first === opening && makes(opening, rest, closing) ? rest : all;
  return moved.filter((amount) => amount !== 0).length >= MIN_MOVEMENTS && makes(opening, moved, closing);
}

function makes(opening: Units, moved: readonly Units[], closing: Units): boolean {
  return moved.reduce((sum, amount) => sum + amount, opening) === closing;
}

/** Describes the chain: how many rows are between the two balances. */
export function accountChainCheck({ opening, closing }: AccountEnds, rows: number): Check {
  const detail = `${formatUnits(opening ?? 0)} and the movements of ${rows} rows make ${formatUnits(closing ?? 0)}`;
  return { rule: ACCOUNT_CHAIN, ok: true, detail };
}

/** Proves both balances, each under its own label, by the rows between them. */
export function confirmByChain(choices: Choices): void {
  for (const name of ['opening_balance', 'closing_balance']) {
    const choice = choices.get(name);
    if (choice === undefined || choice.ambiguous || !choice.rule.startsWith('label:')) continue;
    choices.set(name, { ...choice, checks: [...choice.checks, ACCOUNT_CHAIN], proof: true });
  }
}
