import type { DocumentType } from '#core/domain/document-types';
import type { Check } from '#core/domain/result';
import type { ReadDocument } from '../model.ts';
import { checkTruncatedPages } from '../read/truncated-pages.ts';
import { proofChecks } from '../resolve/proof-checks.ts';
import { placeOf, withoutContradicted } from '../validate/contradictions.ts';
import { validateFields } from '../validate/index.ts';
import { plainCheck } from '../validate/value-check.ts';
import type { Fields } from './source.ts';
import type { Gathered } from './sources.ts';

export interface Judged {
  readonly fields: Fields;
  readonly checks: readonly Check[];
}

/** Sums that the rules of an e-invoice check themselves, with amounts that are not in any field. */
const SUMS_OF_FILE: ReadonlySet<string> = new Set(['sum_chain', 'amount_due']);

/** Checks the collected values; a failed check lowers every value in it. */
export function judge({ fields: found, bySource }: Gathered, document: ReadDocument, type: DocumentType): Judged {
  const {
    e_invoice: file,
    printed,
    coded,
    licence,
    payment_code: payment,
    barcode,
    template,
    bank_file: bank,
  } = bySource;
  const places = { placeOf: (name: string) => placeOf(name, found), taxIncluded: type === 'receipt' };
  const valueChecks = [...validateFields(valuesOf(found), places), ...(coded?.valueChecks ?? [])];
  const isJudgedByFile = file?.checks?.some(({ rule }) => rule.startsWith('en16931:')) === true;
  const binding = isJudgedByFile ? valueChecks.filter(({ rule }) => !SUMS_OF_FILE.has(rule)) : valueChecks;
  const fields = withoutContradicted(found, binding);
  const own = [
    ...valueChecks.map(plainCheck),
    ...proofChecks(fields, document.properties),
    ...[licence, payment, barcode, template, bank].flatMap((source) => source?.checks ?? []),
  ];
  // The rows of an e-invoice come from the file, so the sum of the printed rows is no evidence about them.
  const made = file === undefined ? [...own, ...(printed?.checks ?? [])] : oncePerRule([...(file.checks ?? [])], own);
  return { fields, checks: [...made, ...checkTruncatedPages(document.pages), ...(document.notes ?? [])] };
}

/** Removes a check made both by the file's rules and by the values' checks. */
function oncePerRule(first: readonly Check[], second: readonly Check[]): readonly Check[] {
  const known = new Set(first.map((check) => check.rule));
  return [...first, ...second.filter((check) => !known.has(check.rule))];
}

function valuesOf(fields: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
}
