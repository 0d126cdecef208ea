import type { OrganizationId } from '#core/domain/id';
import { PLAN_BOUNDS, type PlanBound } from '#core/domain/plans';
import { AppError } from '#core/platform/errors';
import { byPlan } from '#core/platform/plan-limits';
import { type CapByPlan, readPlan } from '#core/store/plan-cap';
import type { RequestContext } from './context.ts';

/** How many of something each plan allows, for the guard of an insert. */
export const capByPlan = ({ dependencies }: RequestContext, bound: PlanBound): CapByPlan =>
  byPlan(dependencies.planLimits, bound);

/** What a guarded insert came to nothing for. */
export async function planLimitReached(
  context: RequestContext,
  organizationId: OrganizationId,
  bound: PlanBound,
): Promise<AppError> {
  const plan = (await readPlan(context.dependencies.control, organizationId)) ?? 'starter';
  const most = capByPlan(context, bound)[plan];
  return new AppError('plan_limit_reached', `The plan ${plan} allows at most ${most} ${PLAN_BOUNDS[bound]}.`);
}
