import type { DocumentType } from '#core/domain/document-types';
import type { RuleDefinition, RuleOperator } from '#core/domain/rules/definition';
import { TYPE_LABELS } from './document-words.ts';
import { fieldLabel } from './field-words.ts';

/** Kinds of rules as a person chooses them. */
export const RULE_KINDS: Readonly<Record<RuleDefinition['kind'], string>> = {
  required: 'Fields must be present',
  range: 'A value must lie between limits',
  pattern: 'A value must have a form',
  list: 'A value must be on a list',
  compare: 'A value must compare to another',
  approval_above: 'Totals above an amount need a look',
  always_review: 'A vendor is always reviewed',
};

/** After the subject: "Total must be above 100". */
export const OPERATOR_LABELS: Readonly<Record<RuleOperator, string>> = {
  eq: 'equal',
  ne: 'differ from',
  lt: 'be below',
  lte: 'be at most',
  gt: 'be above',
  gte: 'be at least',
};

const CONDITIONS: Readonly<Record<RuleOperator, string>> = {
  eq: 'is',
  ne: 'is not',
  lt: 'is below',
  lte: 'is at most',
  gt: 'is above',
  gte: 'is at least',
};

/** Values of a list that are spelled out. */
const MAX_NAMED = 4;

const listed = (words: readonly string[], last: string): string => {
  const shown = words.slice(0, MAX_NAMED);
  const more = words.length - shown.length;
  if (more > 0) return `${shown.join(', ')} ${last} ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${last} ${shown.at(-1)}`;
};

/** What a rule demands, as a sentence without its full stop. */
export function describeDemand(rule: RuleDefinition): string {
  switch (rule.kind) {
    case 'required':
      return `${listed(rule.fields.map(fieldLabel), 'and')} must be on the document`;
    case 'range': {
      const { min, max } = rule;
      const subject = fieldLabel(rule.field);
      if (min !== undefined && max !== undefined) return `${subject} must be between ${min} and ${max}`;
      return `${subject} must be ${min === undefined ? `at most ${max}` : `at least ${min}`}`;
    }
    case 'pattern':
      return `${fieldLabel(rule.field)} must have the form ${rule.pattern}`;
    case 'list':
      return `${fieldLabel(rule.field)} must be ${listed(rule.values, 'or')}`;
    case 'compare': {
      const right = 'field' in rule.right ? fieldLabel(rule.right.field) : rule.right.value;
      return `${fieldLabel(rule.left)} must ${OPERATOR_LABELS[rule.operator]} ${right}`;
    }
    case 'approval_above':
      return `Totals above ${rule.amount} are always reviewed`;
    case 'always_review':
      return `Documents of ${rule.vendor} are always reviewed`;
  }
}

/** Which documents a rule is about; null for all. */
export function describeScope({ document_types: types, vendor, when, kind }: RuleDefinition): string | null {
  const parts = [
    ...(types === undefined
      ? []
      : [
          `of type ${listed(
            types.map((type: DocumentType) => TYPE_LABELS[type]),
            'or',
          )}`,
        ]),
    ...(vendor === undefined || kind === 'always_review' ? [] : [`from ${vendor}`]),
    ...(when === undefined ? [] : [`where ${fieldLabel(when.field)} ${CONDITIONS[when.operator]} ${when.value}`]),
  ];
  return parts.length === 0 ? null : `Only documents ${parts.join(', ')}.`;
}
