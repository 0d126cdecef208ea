import type { Choices } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { advertiserByStructure } from './advertiser-by-structure.ts';
import { grossByStructure } from './gross-by-structure.ts';

/** Values of an airtime order found without a known label, for fields that have no labelled value. */
export function resolveAirtime(known: Choices, context: ResolveContext): Choices {
  const choices: Choices = new Map();
  const gross = known.has('gross_amount') ? undefined : grossByStructure(context);
  if (gross !== undefined) choices.set('gross_amount', gross);
  const advertiser = known.has('advertiser_name') ? undefined : advertiserByStructure(context);
  if (advertiser !== undefined) choices.set('advertiser_name', advertiser);
  return choices;
}
