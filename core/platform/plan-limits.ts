import { DEFAULT_PLAN_LIMITS, PLAN_BOUNDS, PLANS, type PlanBound, type PlanLimits } from '../domain/plans.ts';

/**
 * Reads `PLAN_LIMITS`: JSON of what differs from the defaults, `{"starter": {"members": 5}}`.
 * @throws RangeError for a plan or a bound that there is not, or a limit that is no whole number
 */
export function readPlanLimits(json: string | undefined): PlanLimits {
  if (json === undefined || json === '') return DEFAULT_PLAN_LIMITS;
  const given = entries(JSON.parse(json), PLANS);
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
    throw new RangeError('PLAN_LIMITS must be {"plan": {"bound": number}}');
  const found = new Map<string, unknown>(Object.entries(value));
  for (const name of found.keys()) {
    if (!allowed.includes(name)) throw new RangeError(`PLAN_LIMITS: there is no ${name}, only ${allowed.join(', ')}`);
  }
  return found;
}

function limit(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`PLAN_LIMITS: ${JSON.stringify(value)} is no limit`);
  return value;
}

/** The limit of one bound in each plan. */
export const byPlan = (limits: PlanLimits, bound: PlanBound) =>
  Object.fromEntries(PLANS.map((plan) => [plan, limits[plan][bound]])) as Readonly<
    Record<(typeof PLANS)[number], number>
  >;
