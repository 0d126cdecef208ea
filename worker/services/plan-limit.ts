import type { OrganizationId } from '#core/domain/id';
import { PLAN_BOUNDS, type PlanBound } from '#core/domain/plans';
import { AppError } from '#core/platform/errors';
import { byPlan } from '#core/platform/plan-limits';
import { type CapByPlan, readPlan } from '#core/store/plan-cap';
import type { RequestContext } from './context.ts';

/** Returns a limit per plan, for the guard of an insert. */
export const capByPlan = ({ dependencies }: RequestContext, bound: PlanBound): CapByPlan =>
  byPlan(dependencies.planLimits, bound);

/** Returns the error of an insert that exceeded the plan's limit. */
export async function planLimitReached(
  context: RequestContext,
  organizationId: OrganizationId,
  bound: PlanBound,
): Promise<AppError> {
  const plan = (await readPlan(context.dependencies.control, organizationId)) ?? 'starter';
  const most = capByPlan(context, bound)[plan];
  return new AppError('plan_limit_reached', `The plan ${plan} allows at most ${most} ${PLAN_BOUNDS[bound]}.`);
}
