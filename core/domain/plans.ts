/** Plans, stored by these names. */
export const PLANS = ['starter', 'professional', 'enterprise'] as const;
export type Plan = (typeof PLANS)[number];

/** Limits of a plan and what each one counts. */
export const PLAN_BOUNDS = {
  organizations: 'organizations that one person owns; the best plan among them counts',
  members: 'members and open invitations',
  workspaces: 'workspaces, archived ones included',
  api_keys: 'API keys that work',
} as const;
export type PlanBound = keyof typeof PLAN_BOUNDS;

export type PlanLimits = Readonly<Record<Plan, Readonly<Record<PlanBound, number>>>>;

/** Limits used unless the deployment configures others. Far above normal use: they stop mistakes and abuse. */
export const DEFAULT_PLAN_LIMITS: PlanLimits = {
  starter: { organizations: 10, members: 250, workspaces: 200, api_keys: 200 },
  professional: { organizations: 25, members: 1_000, workspaces: 500, api_keys: 500 },
  enterprise: { organizations: 100, members: 10_000, workspaces: 2_000, api_keys: 2_000 },
};
