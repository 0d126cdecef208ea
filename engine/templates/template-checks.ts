import type { Check, FieldValue } from '#core/domain/result';
import { compilePattern } from '#core/domain/safe-pattern';
import type { SchemaTemplate, TemplateField } from '#core/domain/schema-template';
import { foldText } from '../normalise/fold-text.ts';

export interface CheckedFields {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly checks: readonly Check[];
}

/** Checks a template's rules for its fields. A value that breaks a rule is kept and needs review. */
export function checkTemplate(template: SchemaTemplate, fields: Readonly<Record<string, FieldValue>>): CheckedFields {
  const checks: Check[] = [];
  const judged: Record<string, FieldValue> = { ...fields };
  for (const field of template.fields) {
    const found = fields[field.name];
    const own = found === undefined ? missing(field) : valueChecks(field, found.value);
    checks.push(...own);
    if (found === undefined) continue;
    const passed = own.filter((check) => check.ok).map((check) => check.rule);
    judged[field.name] = own.every((check) => check.ok)
      ? { ...found, checks: [...found.checks, ...passed] }
      : { ...found, state: 'needs_review', confidence: Math.min(found.confidence, BROKEN_RULE) };
  }
  return { fields: judged, checks };
}

/** A value that breaks its own rule is more often misread than right. */
const BROKEN_RULE = 0.4;

function missing(field: TemplateField): Check[] {
  if (field.required !== true) return [];
  return [
    { rule: `required:${field.name}`, ok: false, detail: 'No value was found on the document', fields: [field.name] },
  ];
}

function valueChecks(field: TemplateField, value: string): Check[] {
  const checks: Check[] = [];
  const pattern = field.pattern === undefined ? undefined : compilePattern(field.pattern);
  if (pattern !== undefined) {
    const ok = value.length <= LONGEST_TESTED && pattern.test(value);
    checks.push({
      rule: `pattern:${field.name}`,
      ok,
      detail: `${value} ${ok ? 'has' : 'lacks'} the form ${field.pattern}`,
      fields: [field.name],
    });
  }
  if (field.list !== undefined) {
    const ok = field.list.some((allowed) => foldText(allowed) === foldText(value));
    checks.push({
      rule: `list:${field.name}`,
      ok,
      detail: `${value} is ${ok ? '' : 'not '}one of ${field.list.length} values`,
      fields: [field.name],
    });
  }
  return checks;
}

/** Longer values break every pattern; see `isSafePattern` for why. */
const LONGEST_TESTED = 200;
