import { comparable } from '../duplicates.ts';
import type { Check, ExtractionResult, FieldValue } from '../result.ts';
import { compilePattern } from '../safe-pattern.ts';
import { compareValues, holds, isSameText, withoutSign } from './compare-values.ts';
import { type Operand, RULE_LIMITS, type Rule, type RuleDefinition } from './definition.ts';

/** A document of the result: the whole result, or one of several documents in a file. */
type Holder = Pick<ExtractionResult, 'document_type' | 'fields'>;
type Fields = Readonly<Record<string, FieldValue>>;

const PREFIX = 'rule:';
const VENDORS = ['vendor_name', 'bank_name', 'employer_name', 'payer_name'];
const TOTALS = ['total_amount', 'amount_due', 'gross_amount', 'closing_balance'];

/** Whether a check of a result is the outcome of an organization's rule. */
export const isRuleCheck = ({ rule }: Pick<Check, 'rule'>): boolean => rule.startsWith(PREFIX);

/**
 * Returns a failed check for each rule that the result breaks, at most one per rule. In a file of several documents a
 * rule is broken if one of them breaks it. A rule about the value of a field says nothing about a document without the
 * field; only `required` does.
 */
export function brokenRules(rules: readonly Rule[], result: ExtractionResult): readonly Check[] {
  const holders: readonly Holder[] = result.documents?.length ? result.documents : [result];
  return rules.flatMap(({ id, definition }) => {
    const fields = holders.flatMap((holder) =>
      appliesTo(definition, holder) ? broken(definition, holder.fields) : [],
    );
    if (fields.length === 0) return [];
    return [{ rule: `${PREFIX}${id}`, ok: false, detail: definition.message, fields: [...new Set(fields)] }];
  });
}

/** The result with the checks of these rules; those of an earlier evaluation are replaced. */
export function withRules(rules: readonly Rule[], result: ExtractionResult): ExtractionResult {
  const others = result.checks.filter((check) => !isRuleCheck(check));
  const made = brokenRules(rules, result);
  if (made.length === 0 && others.length === result.checks.length) return result;
  return { ...result, checks: [...others, ...made] };
}

function appliesTo({ document_types, vendor, when }: RuleDefinition, { document_type, fields }: Holder): boolean {
  if (document_types !== undefined && !document_types.includes(document_type)) return false;
  if (vendor !== undefined && !isVendor(fields, vendor)) return false;
  if (when === undefined) return true;
  const value = fields[when.field]?.value;
  return value !== undefined && holds(value, when.operator, when.value);
}

/** Names of the fields that break the demand; empty if it is kept. */
function broken(definition: RuleDefinition, fields: Fields): readonly string[] {
  switch (definition.kind) {
    case 'required':
      return definition.fields.filter((name) => (fields[name]?.value ?? '').trim() === '');
    case 'range':
      return unless(fields, definition.field, (value) => isWithin(value, definition));
    case 'pattern':
      return unless(fields, definition.field, (value) => matches(value, definition.pattern));
    case 'list':
      return unless(fields, definition.field, (value) => definition.values.some((one) => isSameText(one, value)));
    case 'compare': {
      const right = operandValue(definition.right, fields);
      const involved = 'field' in definition.right ? [definition.left, definition.right.field] : [definition.left];
      const kept = (left: string) => right === undefined || holds(left, definition.operator, right);
      return unless(fields, definition.left, kept).length === 0 ? [] : involved;
    }
    case 'approval_above': {
      const name = nameOf(fields, TOTALS);
      if (name === undefined) return [];
      return unless(fields, name, (total) => !holds(withoutSign(total), 'gt', definition.amount));
    }
    case 'always_review':
      return isVendor(fields, definition.vendor) ? VENDORS.filter((name) => name in fields).slice(0, 1) : [];
  }
}

/** The name of a field that is there and whose value fails the test. */
function unless(fields: Fields, name: string, keeps: (value: string) => boolean): readonly string[] {
  const value = fields[name]?.value;
  return value === undefined || keeps(value) ? [] : [name];
}

/** A value that has no order with a limit is not within it. */
function isWithin(
  value: string,
  { min, max }: { readonly min?: string | undefined; readonly max?: string | undefined },
) {
  const [low, high] = [
    min === undefined ? 0 : compareValues(value, min),
    max === undefined ? 0 : compareValues(value, max),
  ];
  return low !== null && high !== null && low >= 0 && high <= 0;
}

const matches = (value: string, pattern: string): boolean =>
  value.length <= RULE_LIMITS.patternInput && compilePattern(pattern)?.test(value) === true;

const operandValue = (operand: Operand, fields: Fields): string | undefined =>
  'field' in operand ? fields[operand.field]?.value : operand.value;

const nameOf = (fields: Fields, names: readonly string[]): string | undefined =>
  names.find((name) => fields[name] !== undefined);

function isVendor(fields: Fields, vendor: string): boolean {
  const name = nameOf(fields, VENDORS);
  const wanted = comparable(vendor);
  return name !== undefined && wanted !== '' && comparable(fields[name]?.value ?? '') === wanted;
}
