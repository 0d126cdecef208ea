import type { Choices } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { advertiserByStructure } from './advertiser-by-structure.ts';
import { grossByStructure } from './gross-by-structure.ts';

/** What an order of advertising time says without a known label; only fields that no label led to. */
export function resolveAirtime(known: Choices, context: ResolveContext): Choices {
  const choices: Choices = new Map();
  const gross = known.has('gross_amount') ? undefined : grossByStructure(context);
  if (gross !== undefined) choices.set('gross_amount', gross);
  const advertiser = known.has('advertiser_name') ? undefined : advertiserByStructure(context);
  if (advertiser !== undefined) choices.set('advertiser_name', advertiser);
  return choices;
}
