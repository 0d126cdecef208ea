import { MAX_LIGHT_MS, UNKNOWN_COST_MS } from '#core/jobs/cost';
import type { JobMessage } from '#core/jobs/message';

export interface Delivery {
  readonly message: Message;
  readonly job: JobMessage;
}

/** In which order a batch is read. */
export interface BatchPlan {
  /** Beside each other, the cheapest first. */
  readonly light: readonly Delivery[];
  /** After them, alone. */
  readonly heavy: Delivery | null;
  /** Not now: back into the queue, behind whatever came meanwhile. */
  readonly later: readonly Delivery[];
}

/**
 * What is cheap never waits for more than one expensive document, whoever sent that: a batch that read twenty scans in
 * a row would hold up every e-invoice that comes meanwhile. Among the expensive ones the cheapest goes first too, but
 * whoever waited counts as cheaper each time, so the largest file gets its turn as well.
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
