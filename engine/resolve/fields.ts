import type { DocumentSpec } from '../documents/field-spec.ts';
import type { Choices } from './choice.ts';
import type { ResolveContext } from './context.ts';
import { resolveCurrency } from './currency.ts';
import { resolveLabelled } from './labelled.ts';
import { fillIn } from './learned/fill-in.ts';
import { resolveParties } from './parties.ts';
import { resolvePeriod } from './period.ts';
import { confirmByRepetition } from './repeated-numbers.ts';
import { confirmByTerms } from './terms-dates.ts';
import { resolveText } from './text.ts';
import { resolveTotals } from './totals.ts';
import { resolveUnlabelledDates } from './unlabelled-dates.ts';

/** All header fields of a document: the table of contents of choosing. Gives the event loop a turn between steps. */
export async function resolveFields(
  spec: DocumentSpec,
  context: ResolveContext,
  pause: () => Promise<void>,
): Promise<Choices> {
  const choices: Choices = new Map();
  const add = (more: Choices) => {
    for (const [name, choice] of more) if ((choices.get(name)?.score ?? 0) < choice.score) choices.set(name, choice);
  };
  for (const field of spec.labelled) {
    const choice = field.kind === 'text' ? resolveText(field, context) : resolveLabelled(field, context);
    if (choice !== undefined) choices.set(field.name, choice);
    await pause();
  }
  for (const [name, choice] of resolveUnlabelledDates(spec, choices, context)) choices.set(name, choice);
  confirmByTerms(choices, context);
  confirmByRepetition(choices, context);
  add(resolvePeriod(context));
  await pause();
  if (spec.totals) add(resolveTotals(context));
  await pause();
  const currency = resolveCurrency(context);
  if (currency !== undefined) choices.set('currency', currency);
  await pause();
  if (spec.parties) add(resolveParties(context));
  await pause();
  for (const [name, choice] of await fillIn(choices, context, pause)) choices.set(name, choice);
  return renamed(choices, spec.rename ?? {});
}

function renamed(choices: Choices, names: Readonly<Record<string, string>>): Choices {
  return new Map([...choices].map(([name, choice]) => [names[name] ?? name, choice]));
}
