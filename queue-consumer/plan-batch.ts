import { MAX_LIGHT_MS, UNKNOWN_COST_MS } from '#core/jobs/cost';
import type { JobMessage } from '#core/jobs/message';

export interface Delivery {
  readonly message: Message;
  readonly job: JobMessage;
}

/** Processing order of a batch. */
export interface BatchPlan {
  /** Processed concurrently, cheapest first. */
  readonly light: readonly Delivery[];
  /** Processed after the light ones, alone. */
  readonly heavy: Delivery | null;
  /** Sent back to the end of the queue. */
  readonly later: readonly Delivery[];
}

/**
 * Plans a batch so that cheap jobs never wait for more than one expensive document, whoever sent it: reading twenty
 * scans in a row would delay every e-invoice that arrives in the meantime. Of the expensive jobs the cheapest is
 * processed, but each requeueing lowers a job's cost, so that the largest file gets its turn too.
 */
export function planBatch(deliveries: readonly Delivery[]): BatchPlan {
  const costOf = ({ job }: Delivery): number => job.cost ?? UNKNOWN_COST_MS;
  const rankOf = (each: Delivery): number => costOf(each) / (1 + (each.job.waited ?? 0));
  const isLight = (each: Delivery): boolean => costOf(each) <= MAX_LIGHT_MS;
  const ranked = deliveries.toSorted((one, other) => rankOf(one) - rankOf(other));
  const light = ranked.filter(isLight);
  const [heavy = null, ...later] = ranked.filter((each) => !isLight(each));
  return { light, heavy, later };
}
