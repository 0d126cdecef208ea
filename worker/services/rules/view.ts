import { type RuleView, readRuleDefinition } from '#core/contract/rules';
import { AppError } from '#core/platform/errors';
import type { RuleRow } from '#core/store/rules';

export function ruleView(row: Omit<RuleRow, 'archivedAt'>): RuleView {
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    active: row.active,
    definition: readRuleDefinition(row.definition),
    created_by: row.createdBy,
    created_at: new Date(row.createdAt).toISOString(),
    updated_at: new Date(row.updatedAt).toISOString(),
  };
}

export const ruleNotFound = (): AppError => new AppError('not_found', 'There is no such rule.');
