import type { DocumentType } from '../document-types.ts';

/** Definition of a rule: which documents it applies to, and what it demands of them. */

export const RULE_OPERATORS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] as const;
export type RuleOperator = (typeof RULE_OPERATORS)[number];

/** A field or a constant. */
export type Operand = { readonly field: string } | { readonly value: string };

export type RuleDemand =
  | { readonly kind: 'required'; readonly fields: readonly string[] }
  | {
      readonly kind: 'range';
      readonly field: string;
      readonly min?: string | undefined;
      readonly max?: string | undefined;
    }
  | { readonly kind: 'pattern'; readonly field: string; readonly pattern: string }
  | { readonly kind: 'list'; readonly field: string; readonly values: readonly string[] }
  | { readonly kind: 'compare'; readonly left: string; readonly operator: RuleOperator; readonly right: Operand }
  | { readonly kind: 'approval_above'; readonly amount: string }
  | { readonly kind: 'always_review'; readonly vendor: string };

/** The document has the field, and its value compares as stated. */
export interface RuleCondition {
  readonly field: string;
  readonly operator: RuleOperator;
  readonly value: string;
}

export type RuleDefinition = RuleDemand & {
  /** Any type if left out. */
  readonly document_types?: readonly DocumentType[] | undefined;
  /** Name of the vendor, compared without case, blanks and punctuation; any vendor if left out. */
  readonly vendor?: string | undefined;
  readonly when?: RuleCondition | undefined;
  /** Shown to the reviewer when the rule is broken. */
  readonly message: string;
};

export interface Rule {
  readonly id: string;
  readonly definition: RuleDefinition;
}

export const RULE_LIMITS = {
  /** Rules per organization that are not archived: all of them are evaluated for every document. */
  rules: 100,
  /** A sentence or two in the list of stops. */
  message: 200,
  fields: 50,
  listValues: 500,
  /** UTF-16 units of a constant. */
  value: 200,
  /** Characters of a limit: a sign, 15 digits, a point and 4 more, or a date. */
  limit: 21,
  /** The longest value a pattern is tried on; matching time grows with the square of the length. */
  patternInput: 200,
  /** Documents that a rule is tried on, and ids of those it would stop. */
  triedDocuments: 200,
  triedIds: 20,
  /** Results above this size are skipped when a rule is tried, bytes. */
  triedResultBytes: 1_048_576,
  /** Bytes of all results read for one trial: parsing them takes about half a second. */
  triedBytes: 33_554_432,
} as const;
