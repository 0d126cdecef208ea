import { DUPLICATE_CHECK } from '#core/domain/duplicates';
import { missingFields } from '#core/domain/expected-fields';
import type { Check, ExtractionResult, FieldValue, LineItem } from '#core/domain/result';
import { isRuleCheck } from '#core/domain/rules/broken-rules';
import type { SchemaTemplate } from '#core/domain/schema-template';
import { placeOf, withoutContradicted } from './contradictions.ts';
import { validateFields } from './index.ts';
import { checkRows, PRODUCT_CHECK, SUM_CHECK } from './row-checks.ts';
import { STATEMENT_SUM } from './statement-sum.ts';
import { plainCheck, type ValueCheck } from './value-check.ts';

type Fields = Readonly<Record<string, FieldValue>>;

/** What the check of a corrected result may know beside it. */
export interface RevalidationContext {
  /** The result before the correction. Without it what changed is told from the readings kept in the result. */
  readonly before?: ExtractionResult | undefined;
  /** The template that the result was read by. */
  readonly template?: Pick<SchemaTemplate, 'fields' | 'onlyOwnFields'> | undefined;
}

/** Checks that values alone decide: made again after every change. */
const BY_VALUE = /^(?:sum_chain|cash_less_change|amount_due|iban:.+|tax_id:.+|date_order:.+)$/;
const BY_ROWS: ReadonlySet<string> = new Set([SUM_CHECK, PRODUCT_CHECK]);
/** Checks over rows that are not made again. */
const OVER_ROWS: ReadonlySet<string> = new Set(['running_balance', 'account_chain', 'lines_of_period']);
/** Sums of which, in an e-invoice, the file's own rules decide. */
const SUMS_OF_FILE: ReadonlySet<string> = new Set(['sum_chain', 'amount_due']);
/** Checks that a confirmed value in them makes proof of the others. */
const ARITHMETIC: ReadonlySet<string> = new Set(['sum_chain', 'cash_less_change', 'amount_due', STATEMENT_SUM]);
/** What a value is worth that a confirmed one leads to. */
const FOLLOWS = 0.9;
/** The most that a value is worth without a proof. */
const UNPROVED = 0.97;

/**
 * Checks, states and missing fields of a result after a correction. Checks that values decide are made again; others
 * are dropped where a field of theirs changed. A failed check lowers its values, except confirmed ones; nothing becomes
 * `proved`. A result without corrections comes back as it is.
 */
export function revalidate(result: ExtractionResult, context: RevalidationContext = {}): ExtractionResult {
  const { before } = context;
  const changed = changedFields(result, before);
  const rowsChanged = haveRowsChanged(result, before);
  const values = valuesOf(result.fields);
  const valueChecks = validateFields(values, {
    placeOf: (name) => placeOf(name, result.fields),
    taxIncluded: result.document_type === 'receipt',
  });
  const kept = result.checks.filter((check) => isKept(check, result, before, changed, rowsChanged));
  const sumsChanged = [...changed].some((name) => /_amount$|^amount_/.test(name));
  const rows =
    rowsChanged || (sumsChanged && result.checks.some(({ rule }) => rule === SUM_CHECK))
      ? checkRows(result.line_items, values, result.checks)
      : { items: result.line_items, checks: result.checks.filter(({ rule }) => BY_ROWS.has(rule)) };
  const checks = inPlace(result.checks, kept, [...valueChecks.map(plainCheck), ...rows.checks]);
  const byFile = kept.some(({ rule }) => rule.startsWith('en16931:'));
  const binding = valueChecks.filter(({ rule }) => !byFile || !SUMS_OF_FILE.has(rule));
  const dropped = new Set(
    result.checks.map(({ rule }) => rule).filter((rule) => !checks.some((one) => one.rule === rule)),
  );
  const fields = settled(withoutProofOf(result.fields, dropped), binding, checks);
  const made = { ...result, fields, line_items: rows.items, checks, missing: missingOf(result, fields, context) };
  return withMain(made, before ?? result);
}

const valuesOf = (fields: Fields): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));

/** Names of the fields whose value is another one than before. */
function changedFields(result: ExtractionResult, before: ExtractionResult | undefined): ReadonlySet<string> {
  const gone = [...Object.keys(result.absent ?? {}), ...Object.keys(result.cleared ?? {})];
  if (before === undefined) {
    const set = Object.entries(result.fields).filter(
      ([, { state, value, original }]) => state === 'confirmed' && original?.value !== value,
    );
    return new Set([...gone, ...set.map(([name]) => name)]);
  }
  const names = [...Object.keys(result.fields), ...Object.keys(before.fields)];
  return new Set(names.filter((name) => result.fields[name]?.value !== before.fields[name]?.value));
}

function haveRowsChanged(result: ExtractionResult, before: ExtractionResult | undefined): boolean {
  const rows = result.line_items;
  if (before === undefined) return rows.some((item) => Object.values(item).some(({ state }) => state === 'confirmed'));
  return (
    rows !== before.line_items &&
    (rows.length !== before.line_items.length || rows.some((item, index) => !isSame(item, before.line_items[index])))
  );
}

function isSame(item: LineItem, other: LineItem | undefined): boolean {
  if (item === other) return true;
  const names = Object.keys(item);
  if (other === undefined || names.length !== Object.keys(other).length) return false;
  return names.every((name) => item[name]?.value === other[name]?.value && item[name]?.state === other[name]?.state);
}

/** Whether a check that is not made again still holds what it said. */
function isKept(
  check: Check,
  result: ExtractionResult,
  before: ExtractionResult | undefined,
  changed: ReadonlySet<string>,
  rowsChanged: boolean,
): boolean {
  const { rule } = check;
  // Made again by those who know the organization's rules and other documents.
  if (isRuleCheck(check) || rule === DUPLICATE_CHECK) return true;
  if (BY_VALUE.test(rule) || rule === STATEMENT_SUM || BY_ROWS.has(rule)) return false;
  if (rowsChanged && OVER_ROWS.has(rule)) return false;
  return !fieldsOf(check, (before ?? result).fields).some((name) => changed.has(name));
}

/** The fields a check is about; where it does not say, those that name it and the one in its name. */
function fieldsOf({ rule, fields }: Check, known: Fields): readonly string[] {
  const named = Object.keys(known).filter((name) => known[name]?.checks.includes(rule));
  const own = rule.slice(rule.indexOf(':') + 1);
  return [...(fields ?? []), ...named, ...(rule.includes(':') ? [own] : [])];
}

/** The checks in their order so far; new ones behind. */
function inPlace(order: readonly Check[], kept: readonly Check[], made: readonly Check[]): readonly Check[] {
  const fresh = new Map(made.map((check) => [check.rule, check]));
  const placed = order.flatMap((check) => {
    const again = fresh.get(check.rule);
    fresh.delete(check.rule);
    return again ?? (kept.includes(check) ? [check] : []);
  });
  return [...placed, ...fresh.values()];
}

/** Values that a dropped check had proved are supported by what is left. */
function withoutProofOf(fields: Fields, dropped: ReadonlySet<string>): Fields {
  if (dropped.size === 0) return fields;
  return mapValues(fields, (value) => {
    if (!value.checks.some((rule) => dropped.has(rule))) return value;
    const checks = value.checks.filter((rule) => !dropped.has(rule));
    if (value.state !== 'proved' || checks.length > 0) return { ...value, checks };
    return { ...value, checks, state: 'supported', confidence: Math.min(value.confidence, UNPROVED) };
  });
}

/** Lowered by what fails, and then raised by what holds with a confirmed value. */
function settled(fields: Fields, binding: readonly ValueCheck[], checks: readonly Check[]): Fields {
  let lowered = fields;
  // A lowered value supports others no longer: at most one round for each field.
  for (let round = 0; round <= Object.keys(fields).length; round++) {
    const next = withoutContradicted(lowered, binding);
    if (JSON.stringify(next) === JSON.stringify(lowered)) break;
    lowered = next;
  }
  const contradicted = new Set(checks.filter(({ ok }) => !ok).flatMap((check) => check.fields ?? []));
  const follows = new Set(
    binding
      .filter(
        ({ rule, ok, fields: own }) => ok && ARITHMETIC.has(rule) && own.some((name) => isConfirmed(fields[name])),
      )
      .flatMap((check) => check.fields),
  );
  return mapValues(lowered, (value, name) =>
    value.state === 'needs_review' && follows.has(name) && !contradicted.has(name)
      ? { ...value, state: 'supported', confidence: Math.max(value.confidence, FOLLOWS) }
      : value,
  );
}

const isConfirmed = (value: FieldValue | undefined): boolean => value?.state === 'confirmed';

function mapValues(fields: Fields, change: (value: FieldValue, name: string) => FieldValue): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value, name)]));
}

/** A field that is confirmed to be absent is not missing. */
function missingOf(result: ExtractionResult, fields: Fields, { template }: RevalidationContext): readonly string[] {
  const found = { ...fields, ...result.absent };
  const isMissing = (name: string) => !Object.hasOwn(found, name);
  if (result.template !== undefined && template === undefined) {
    // What the template asks for is not known here: only what it asked for already.
    const cleared = Object.keys(result.cleared ?? {});
    return [...new Set([...result.missing, ...cleared])].filter(isMissing);
  }
  const asked = template?.fields.filter(({ name, required }) => required === true && isMissing(name)) ?? [];
  const ofType = template?.onlyOwnFields === true ? [] : missingFields(result.document_type, found);
  return [...new Set([...asked.map(({ name }) => name), ...ofType])];
}

/** In a file of several documents the values of the result are those of one of them: it changes with the result. */
function withMain(made: ExtractionResult, before: ExtractionResult): ExtractionResult {
  const { documents, fields, line_items, missing } = made;
  const main = documents?.findIndex((one) => holdsValuesOf(one, before)) ?? -1;
  if (documents === undefined || main < 0) return made;
  return {
    ...made,
    documents: documents.map((one, index) => {
      if (index !== main) return one;
      // Checks of the whole file are not those of one document in it.
      const ofFile = new Set(before.checks.map(({ rule }) => rule));
      for (const { rule } of one.checks) ofFile.delete(rule);
      return { ...one, fields, line_items, missing, checks: made.checks.filter(({ rule }) => !ofFile.has(rule)) };
    }),
  };
}

type Holder = Pick<ExtractionResult, 'document_type' | 'fields' | 'line_items'>;

function holdsValuesOf(one: Holder, other: Holder): boolean {
  const names = Object.keys(one.fields);
  return (
    one.document_type === other.document_type &&
    one.line_items.length === other.line_items.length &&
    names.length === Object.keys(other.fields).length &&
    names.every((name) => one.fields[name]?.value === other.fields[name]?.value)
  );
}
