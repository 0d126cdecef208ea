import { DOCUMENT_TYPES, type DocumentType } from '#core/domain/document-types';
import { RULE_LIMITS, RULE_OPERATORS, type RuleDefinition, type RuleOperator } from '#core/domain/rules/definition';
import { isSafePattern } from '#core/domain/safe-pattern';

/** The values of the rule form: those of every kind, so that none is lost while the kind is changed. */
export interface RuleValues {
  readonly name: string;
  readonly kind: string;
  readonly message: string;
  readonly types: ReadonlySet<DocumentType>;
  readonly onlyVendor: string;
  readonly whenField: string;
  readonly whenOperator: string;
  readonly whenValue: string;
  readonly fields: readonly string[];
  readonly field: string;
  readonly min: string;
  readonly max: string;
  readonly pattern: string;
  /** One per line. */
  readonly list: string;
  readonly operator: string;
  /** `field` or `value`. */
  readonly against: string;
  readonly otherField: string;
  readonly otherValue: string;
  readonly amount: string;
  readonly vendor: string;
}

const EMPTY: RuleValues = {
  name: '',
  kind: 'required',
  message: '',
  types: new Set(),
  onlyVendor: '',
  whenField: '',
  whenOperator: 'eq',
  whenValue: '',
  fields: [],
  field: 'total_amount',
  min: '',
  max: '',
  pattern: '',
  list: '',
  operator: 'lte',
  against: 'field',
  otherField: 'total_amount',
  otherValue: '',
  amount: '',
  vendor: '',
};

/** The form of a rule; without one, that of a new rule. */
export function valuesOf(rule: { readonly name: string; readonly definition: RuleDefinition } | null): RuleValues {
  if (rule === null) return EMPTY;
  const { name, definition } = rule;
  const { kind, message, document_types: types = [], when } = definition;
  const common: RuleValues = {
    ...EMPTY,
    name,
    kind,
    message,
    types: new Set(types),
    onlyVendor: definition.vendor ?? '',
    ...(when && { whenField: when.field, whenOperator: when.operator, whenValue: when.value }),
  };
  switch (definition.kind) {
    case 'required':
      return { ...common, fields: definition.fields };
    case 'range':
      return { ...common, field: definition.field, min: definition.min ?? '', max: definition.max ?? '' };
    case 'pattern':
      return { ...common, field: definition.field, pattern: definition.pattern };
    case 'list':
      return { ...common, field: definition.field, list: definition.values.join('\n') };
    case 'compare': {
      const { left, operator, right } = definition;
      const other =
        'field' in right
          ? { against: 'field', otherField: right.field }
          : { against: 'value', otherValue: right.value };
      return { ...common, field: left, operator, ...other };
    }
    case 'approval_above':
      return { ...common, amount: definition.amount };
    case 'always_review':
      return { ...common, vendor: definition.vendor, onlyVendor: '' };
  }
}

const LIMIT = /^(?:-?\d{1,15}(?:\.\d{1,4})?|\d{4}-\d{2}-\d{2})$/;
const AMOUNT = /^\d{1,15}(?:\.\d{1,4})?$/;
const NEEDED = 'This is needed.';

const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** What the server would refuse, by the name of the input. */
export function problemsOf(values: RuleValues): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  const need = (name: 'amount' | 'pattern' | 'vendor' | 'otherValue' | 'whenValue') => {
    if (values[name].trim() === '') problems[name] = NEEDED;
  };
  const limit = (name: 'min' | 'max') => {
    const text = values[name].trim();
    if (text !== '' && !LIMIT.test(text))
      problems[name] = 'Enter a number such as 1000.50, or a date such as 2026-01-31.';
  };
  switch (values.kind) {
    case 'required':
      if (values.fields.length === 0) problems['fields'] = 'Choose at least one field.';
      break;
    case 'range':
      if (values.min.trim() === '' && values.max.trim() === '') problems['min'] = 'Give one limit or both.';
      limit('min');
      limit('max');
      break;
    case 'pattern':
      need('pattern');
      if (values.pattern !== '' && !isSafePattern(values.pattern))
        problems['pattern'] = 'Enter a regular expression without repeated groups, references or look-around.';
      break;
    case 'list': {
      const lines = linesOf(values.list);
      if (lines.length === 0) problems['list'] = 'Enter at least one value.';
      if (lines.length > RULE_LIMITS.listValues) problems['list'] = `At most ${RULE_LIMITS.listValues} values.`;
      if (lines.some((line) => line.length > RULE_LIMITS.value))
        problems['list'] = `At most ${RULE_LIMITS.value} characters in a line.`;
      break;
    }
    case 'compare':
      if (values.against === 'value') need('otherValue');
      else if (values.otherField === values.field) problems['otherField'] = 'Choose another field.';
      break;
    case 'approval_above':
      if (!AMOUNT.test(values.amount.trim())) problems['amount'] = 'Enter an amount such as 1000 or 1000.50.';
      break;
    case 'always_review':
      need('vendor');
  }
  if (values.whenField !== '') need('whenValue');
  return problems;
}

const isOperator = (text: string): text is RuleOperator => RULE_OPERATORS.some((each) => each === text);
const operatorOf = (text: string): RuleOperator => (isOperator(text) ? text : 'eq');

/** The rule as it is sent. */
export function definitionOf(values: RuleValues): RuleDefinition {
  const { types, onlyVendor, whenField, whenValue, field } = values;
  const scope = {
    message: values.message.trim(),
    ...(types.size > 0 && { document_types: DOCUMENT_TYPES.filter((type) => types.has(type)) }),
    ...(whenField !== '' && {
      when: { field: whenField, operator: operatorOf(values.whenOperator), value: whenValue.trim() },
    }),
  };
  const scoped = { ...scope, ...(onlyVendor.trim() !== '' && { vendor: onlyVendor.trim() }) };
  const [min, max] = [values.min.trim(), values.max.trim()];
  switch (values.kind) {
    case 'range':
      return { ...scoped, kind: 'range', field, ...(min !== '' && { min }), ...(max !== '' && { max }) };
    case 'pattern':
      return { ...scoped, kind: 'pattern', field, pattern: values.pattern };
    case 'list':
      return { ...scoped, kind: 'list', field, values: linesOf(values.list) };
    case 'compare': {
      const right = values.against === 'value' ? { value: values.otherValue.trim() } : { field: values.otherField };
      return { ...scoped, kind: 'compare', left: field, operator: operatorOf(values.operator), right };
    }
    case 'approval_above':
      return { ...scoped, kind: 'approval_above', amount: values.amount.trim() };
    case 'always_review':
      return { ...scope, kind: 'always_review', vendor: values.vendor.trim() };
    default:
      return { ...scoped, kind: 'required', fields: values.fields };
  }
}
