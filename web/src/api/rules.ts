import type { CreateRuleBody, ReplaceRuleBody, RuleList, RuleView, TriedRule } from '#core/contract/rules';
import type { ReviewPolicy } from '#core/domain/review-policy';
import type { RuleDefinition } from '#core/domain/rules/definition';
import { LARGEST_PAGE, pageQuery } from './page.ts';
import { send, sendJson } from './request.ts';

const pathOf = (id: string, rest = '') => `/rules/${encodeURIComponent(id)}${rest}`;

export function listRules(cursor: string | null, signal: AbortSignal): Promise<RuleList> {
  return sendJson(`/rules${pageQuery(cursor, LARGEST_PAGE)}`, { signal });
}

export function readRuleVersion(id: string, version: number, signal: AbortSignal): Promise<RuleView> {
  return sendJson(pathOf(id, `?version=${version}`), { signal });
}

export function createRule(body: CreateRuleBody): Promise<RuleView> {
  return sendJson('/rules', { method: 'POST', body });
}

export function replaceRule(id: string, body: ReplaceRuleBody): Promise<RuleView> {
  return sendJson(pathOf(id), { method: 'PUT', body });
}

export function switchRule(id: string, active: boolean): Promise<RuleView> {
  return sendJson(pathOf(id), { method: 'PATCH', body: { active } });
}

export async function archiveRule(id: string): Promise<void> {
  await send(pathOf(id), { method: 'DELETE' });
}

/** How many of the latest documents the rule would stop. */
export function tryRule(definition: RuleDefinition): Promise<TriedRule> {
  return sendJson('/rules/try', { method: 'POST', body: { definition } });
}

export function readReviewPolicy(signal: AbortSignal): Promise<ReviewPolicy> {
  return sendJson('/review/policy', { signal });
}

export function changeReviewPolicy(policy: ReviewPolicy): Promise<ReviewPolicy> {
  return sendJson('/review/policy', { method: 'PUT', body: policy });
}
