/**
 * Turns a statement of a bank file into result fields. Every value comes from the file; the arithmetic of the account
 * decides only how sure it is.
 */
import type { Check, FieldValue, LineItem } from '#core/domain/result';
import type { BankFileStatement, StructuredValue } from '#engine/model';
import type { Pace } from '#engine/pace';
import { isIban } from '../../validate/iban.ts';
import { type AccountProof, proveAccount } from './prove-account.ts';

export interface BankFileResolution {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly lineItems: readonly LineItem[];
  readonly checks: readonly Check[];
}

/** Confirmed by the arithmetic of the account or by check digits. */
const PROVED = 0.995;
/** Stated in the file, without contradiction. */
const STATED = 0.98;
/** Contradicted by the arithmetic of the account, or by a control total of the file. */
const CONTRADICTED = 0.5;
/** Making a field value costs about as much as examining a word. */
const VALUE_COST = 1;

/** Fields, rows and checks of a statement. */
export async function resolveBankFile(statement: BankFileStatement, pace: Pace): Promise<BankFileResolution> {
  const rule = `bank-file:${statement.format}`;
  await pace.spend(statement.rows.length);
  const proof = proveAccount(statement);
  const checks = [...proof.checks, ...statement.checks];
  // A file whose control totals do not hold is not the file that the bank wrote.
  const isDoubted = statement.checks.some(({ ok }) => !ok);
  const fields: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(statement.fields)) {
    const named = checks.filter((check) => check.fields?.includes(name));
    const isProved =
      (name === 'account_iban' && isIban(value.value)) || (proof.isProved && proof.fields.includes(name));
    const isWrong = named.some(({ ok }) => !ok);
    fields[name] = toField(value, rule, isWrong ? 'contradicted' : isProved && !isDoubted ? 'proved' : 'stated', named);
  }
  const lineItems: LineItem[] = [];
  for (const [index, row] of statement.rows.entries()) {
    lineItems.push(rowOf(row, rule, index, proof, isDoubted));
    await pace.spend(VALUE_COST * Object.keys(row).length);
  }
  return { fields, lineItems, checks };
}

type Verdict = 'proved' | 'stated' | 'contradicted';

const CONFIDENCE: Readonly<Record<Verdict, number>> = { proved: PROVED, stated: STATED, contradicted: CONTRADICTED };
const STATE = { proved: 'proved', stated: 'supported', contradicted: 'needs_review' } as const;
const ARITHMETIC: ReadonlySet<string> = new Set(['amount', 'balance']);

function rowOf(
  row: Readonly<Record<string, StructuredValue>>,
  rule: string,
  index: number,
  proof: AccountProof,
  isDoubted: boolean,
): LineItem {
  const item: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(row)) {
    const isNumber = ARITHMETIC.has(name);
    const isWrong = isNumber && proof.brokenRows.has(index);
    const isProved = isNumber && !isDoubted && proof.provedRows(index);
    item[name] = toField(value, rule, isWrong ? 'contradicted' : isProved ? 'proved' : 'stated', []);
  }
  return item;
}

function toField(
  { value, path, text = value }: StructuredValue,
  rule: string,
  verdict: Verdict,
  checks: readonly Check[],
): FieldValue {
  return {
    value,
    confidence: CONFIDENCE[verdict],
    state: STATE[verdict],
    evidence: [{ page: null, box: null, text, path }],
    checks: checks.map((check) => check.rule),
    alternatives: [],
    rule,
  };
}
