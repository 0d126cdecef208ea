import type { Link, Relation } from '../../candidates/links.ts';

/** Hand-set weights of link features, in place of a learned scorer. The order matters more than the exact size. */
const RELATION_WEIGHT: Readonly<Record<Relation, number>> = {
  inline: 0.96,
  right: 0.94,
  below: 0.84,
  before: 0.5,
};
/** Cost of each nearer candidate of the same kind. */
const STEP_COST = 0.14;
/** Cost of unrelated words between a label and its value. */
const BETWEEN_COST: Readonly<Record<Relation, number>> = { inline: 0.12, right: 0.05, below: 0.07, before: 0.2 };
const MAX_BETWEEN_COST = 0.4;
/** Cost of a gap as wide as the page; proportional below that. */
const GAP_COST = 0.15;
/** Cost per letter height of misalignment for a value below its label, up to the maximum. */
const MISALIGNED_COST = 0.012;
const MAX_MISALIGNED_COST = 0.12;
const UNCLEAN_COST = 0.05;
const OVERSHADOWED_COST = 0.35;

/** Score of a link in [0, 1] from its features alone. */
export function linkWeight(link: Link): number {
  let score = RELATION_WEIGHT[link.relation];
  score -= STEP_COST * link.steps;
  score -= Math.min(MAX_BETWEEN_COST, BETWEEN_COST[link.relation] * link.between);
  if (link.relation === 'right') score -= GAP_COST * link.gap;
  if (link.relation === 'below') score -= Math.min(MAX_MISALIGNED_COST, MISALIGNED_COST * link.gap);
  if (!link.clean) score -= UNCLEAN_COST;
  if (link.overshadowed) score -= OVERSHADOWED_COST;
  return Math.max(0, score) * link.label.strength;
}
