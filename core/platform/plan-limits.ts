import { ConfigurationError, parseJsonVariable } from '../domain/configuration-error.ts';
import { DEFAULT_PLAN_LIMITS, PLAN_BOUNDS, PLANS, type PlanBound, type PlanLimits } from '../domain/plans.ts';

/**
 * Reads `PLAN_LIMITS`: JSON with overrides of the defaults, `{"starter": {"members": 5}}`.
 * @throws ConfigurationError for an unknown plan or limit, or a value that is not an integer
 */
export function readPlanLimits(json: string | undefined): PlanLimits {
  if (json === undefined || json === '') return DEFAULT_PLAN_LIMITS;
  const given = entries(parseJsonVariable('PLAN_LIMITS', json), PLANS);
  const limitsOf = (plan: (typeof PLANS)[number]) => {
    const own = entries(given.get(plan) ?? {}, Object.keys(PLAN_BOUNDS));
    return {
      ...DEFAULT_PLAN_LIMITS[plan],
      ...Object.fromEntries([...own].map(([bound, most]) => [bound, limit(most)])),
    };
  };
  return { starter: limitsOf('starter'), professional: limitsOf('professional'), enterprise: limitsOf('enterprise') };
}

function entries(value: unknown, allowed: readonly string[]): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refused('must be {"plan": {"bound": number}}');
  const found = new Map<string, unknown>(Object.entries(value));
  for (const name of found.keys()) {
    if (!allowed.includes(name)) throw refused(`may only name ${allowed.join(', ')} there`);
  }
  return found;
}

function limit(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw refused('has a limit that is no whole number');
  return value;
}

/** Returns one limit for each plan. */
export const byPlan = (limits: PlanLimits, bound: PlanBound) =>
  Object.fromEntries(PLANS.map((plan) => [plan, limits[plan][bound]])) as Readonly<
    Record<(typeof PLANS)[number], number>
  >;

const refused = (rule: string): ConfigurationError => new ConfigurationError('PLAN_LIMITS', rule);
