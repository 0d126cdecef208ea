import type { Check } from '#core/domain/result';
import type { BankFileStatement } from '#engine/model';
import { formatUnits, toUnits, type Units } from '../../normalise/decimal.ts';

export interface AccountProof {
  readonly checks: readonly Check[];
  /** The opening balance and all rows make the closing balance. */
  readonly isProved: boolean;
  readonly fields: readonly string[];
  /** Rows whose balance does not follow from the row before. */
  readonly brokenRows: ReadonlySet<number>;
  /** Whether the arithmetic proves the amount of a row. */
  provedRows(index: number): boolean;
}

/** Rule names shared with printed statements. */
const ACCOUNT_CHAIN = 'account_chain';
const RUNNING_BALANCE = 'running_balance';
const ENDS = ['opening_balance', 'closing_balance'] as const;
/** A chain of fewer rows may be chance and proves nothing. */
const MIN_LINKS = 2;

interface Numbers {
  readonly amount: Units | undefined;
  readonly balance: Units | undefined;
}

/** Opening balance + rows = closing balance, and each balance of a row follows from the one before. */
export function proveAccount({ fields, rows }: BankFileStatement): AccountProof {
  const numbers = rows.map(
    (row): Numbers => ({ amount: toUnits(row['amount']?.value ?? ''), balance: toUnits(row['balance']?.value ?? '') }),
  );
  const [opening, closing] = ENDS.map((name) => toUnits(fields[name]?.value ?? ''));
  const chain = sumOfAccount(numbers, opening, closing);
  const links = linksOfRows(numbers);
  const checks: Check[] = [];
  if (chain !== undefined) checks.push({ ...chain, fields: ENDS });
  if (links.checked > 0) checks.push(balanceCheck(links));
  const isProved = chain?.ok === true && rows.length > 0;
  const linked = links.broken.size === 0 && links.checked >= MIN_LINKS;
  return {
    checks,
    isProved,
    fields: ENDS,
    brokenRows: links.broken,
    provedRows: (index) => isProved || (linked && links.confirmed.has(index)),
  };
}

function sumOfAccount(
  rows: readonly Numbers[],
  opening: Units | undefined,
  closing: Units | undefined,
): Check | undefined {
  if (opening === undefined || closing === undefined) return undefined;
  let sum: Units = opening;
  for (const { amount } of rows) {
    if (amount === undefined) return undefined;
    sum += amount;
  }
  const ok = sum === closing;
  const moved = `${formatUnits(opening)} and the movements of ${rows.length} rows make ${formatUnits(sum)}`;
  return { rule: ACCOUNT_CHAIN, ok, detail: ok ? moved : `${moved}, not ${formatUnits(closing)}` };
}

interface Links {
  readonly checked: number;
  readonly confirmed: ReadonlySet<number>;
  readonly broken: ReadonlySet<number>;
}

/** Files run in the order of time or against it; the order that confirms more rows counts. */
function linksOfRows(rows: readonly Numbers[]): Links {
  const [forwards, backwards] = [linksInOrder(rows, -1), linksInOrder(rows, 1)];
  return backwards.confirmed.size > forwards.confirmed.size ? backwards : forwards;
}

function linksInOrder(rows: readonly Numbers[], step: -1 | 1): Links {
  const confirmed = new Set<number>();
  const broken = new Set<number>();
  for (const [index, { amount, balance }] of rows.entries()) {
    const before = rows[index + step]?.balance;
    if (before === undefined || amount === undefined || balance === undefined) continue;
    (before + amount === balance ? confirmed : broken).add(index);
  }
  return { checked: confirmed.size + broken.size, confirmed, broken };
}

function balanceCheck({ checked, broken }: Links): Check {
  const detail =
    broken.size === 0
      ? `${checked} balances follow from the row before`
      : `${broken.size} of ${checked} balances do not follow from the row before`;
  return { rule: RUNNING_BALANCE, ok: broken.size === 0, detail };
}
