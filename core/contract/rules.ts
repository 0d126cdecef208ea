import { z } from '@hono/zod-openapi';
import { DOCUMENT_TYPES } from '../domain/document-types.ts';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { compareValues } from '../domain/rules/compare-values.ts';
import { RULE_LIMITS as LIMITS, RULE_OPERATORS, type Rule, type RuleDefinition } from '../domain/rules/definition.ts';
import { isSafePattern } from '../domain/safe-pattern.ts';
import { TEMPLATE_LIMITS } from '../domain/schema-template.ts';
import { listOf, pageQuerySchema } from './list.ts';
import { nameText } from './name.ts';

/** An organization's rules for its documents. */

const field = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/)
  .openapi({ example: 'total_amount' });
const constant = nameText(LIMITS.value);
/** A decimal or an ISO date. */
const limit = z
  .string()
  .regex(/^(?:-?\d{1,15}(?:\.\d{1,4})?|\d{4}-\d{2}-\d{2})$/)
  .openapi({ description: 'A decimal or an ISO 8601 date', example: '1000.00' });
const operator = z.enum(RULE_OPERATORS);

const scope = {
  document_types: z.array(z.enum(DOCUMENT_TYPES)).min(1).max(DOCUMENT_TYPES.length).optional(),
  vendor: constant.optional().openapi({
    description: 'Only documents of this vendor; case, blanks and punctuation are ignored',
  }),
  when: z
    .object({ field, operator, value: constant })
    .optional()
    .openapi({ description: 'Only documents that have the field and whose value compares as stated' }),
  message: nameText(LIMITS.message).openapi({
    description: 'Shown to the reviewer when the rule is broken',
    example: 'Orders above 1,000 need a cost centre.',
  }),
};

const ruleDefinitionSchema: z.ZodType<RuleDefinition> = z
  .discriminatedUnion('kind', [
    z.object({ ...scope, kind: z.literal('required'), fields: z.array(field).min(1).max(LIMITS.fields) }),
    z
      .object({ ...scope, kind: z.literal('range'), field, min: limit.optional(), max: limit.optional() })
      .refine(({ min, max }) => min !== undefined || max !== undefined, { path: ['min'], message: 'Give a limit.' })
      .refine(({ min, max }) => min === undefined || max === undefined || (compareValues(min, max) ?? 1) <= 0, {
        path: ['max'],
        message: 'must be of the same kind as `min` and not below it',
      }),
    z.object({
      ...scope,
      kind: z.literal('pattern'),
      field,
      pattern: z
        .string()
        .min(1)
        .max(TEMPLATE_LIMITS.pattern)
        .refine(isSafePattern, 'must be a regular expression without repeated groups, references or look-around')
        .openapi({ description: 'Pattern that the whole value must match', example: '[A-Z]{2}\\d{4}' }),
    }),
    z.object({ ...scope, kind: z.literal('list'), field, values: z.array(constant).min(1).max(LIMITS.listValues) }),
    z.object({
      ...scope,
      kind: z.literal('compare'),
      left: field,
      operator,
      right: z.union([z.strictObject({ field }), z.strictObject({ value: constant })]),
    }),
    z.object({
      ...scope,
      kind: z.literal('approval_above'),
      amount: z.string().regex(/^\d{1,15}(?:\.\d{1,4})?$/),
    }),
    z.object({ ...scope, kind: z.literal('always_review'), vendor: constant }),
  ])
  .openapi('RuleDefinition');

export const ruleBodySchema = z
  .object({ name: nameText(INPUT_LIMITS.name), definition: ruleDefinitionSchema })
  .openapi('RuleBody');

export const replaceRuleBodySchema = ruleBodySchema
  .extend({
    version: z
      .number()
      .int()
      .min(1)
      .optional()
      .openapi({ description: 'The version that was read; the rule is refused if it has another one by now' }),
  })
  .openapi('ReplaceRuleBody');

export const createRuleBodySchema = ruleBodySchema
  .extend({ active: z.boolean().default(true) })
  .openapi('CreateRuleBody');

export const switchRuleBodySchema = z.object({ active: z.boolean() }).openapi('SwitchRuleBody');

export const ruleSchema = ruleBodySchema
  .extend({
    id: z.string().openapi({ example: 'rul_01jd3v8e6s9k2m4p7q0r5t8w1x' }),
    version: z.number().int(),
    active: z.boolean(),
    created_by: z.string().openapi({ description: 'Who created this version' }),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .openapi('Rule');

export const ruleListQuerySchema = pageQuerySchema;
export const ruleListSchema = listOf(ruleSchema, 'RuleList');

export const tryRuleBodySchema = z.object({ definition: ruleDefinitionSchema }).openapi('TryRuleBody');

export const triedRuleSchema = z
  .object({
    tried: z.number().int().openapi({ description: 'Processed documents that the rule was tried on, newest first' }),
    skipped: z.number().int().openapi({ description: 'Documents whose result is too large to try, or unavailable' }),
    stopped: z.number().int().openapi({ description: 'How many of them the rule would stop' }),
    ids: z.array(z.string()).openapi({ description: `Up to ${LIMITS.triedIds} of these documents` }),
  })
  .openapi('TriedRule');

export type ReplaceRuleBody = z.infer<typeof replaceRuleBodySchema>;
export type CreateRuleBody = z.infer<typeof createRuleBodySchema>;
export type RuleView = z.infer<typeof ruleSchema>;
export type RuleList = z.infer<typeof ruleListSchema>;
export type TriedRule = z.infer<typeof triedRuleSchema>;

/** Parses a stored definition: the JSON of a validated request body. */
export function readRuleDefinition(json: string): RuleDefinition {
  return ruleDefinitionSchema.parse(JSON.parse(json));
}

/** The rules that apply to documents now. */
export function activeRules(rows: readonly StoredRule[]): readonly Rule[] {
  return rows
    .filter(({ active }) => active)
    .map(({ id, definition }) => ({ id, definition: readRuleDefinition(definition) }));
}

interface StoredRule {
  readonly id: string;
  readonly active: boolean;
  /** JSON. */
  readonly definition: string;
}
