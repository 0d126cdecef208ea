import type { DocumentSpec } from '../documents/field-spec.ts';
import { isAirtime } from './airtime/is-airtime.ts';
import { resolveAirtime } from './airtime/resolve-airtime.ts';
import type { Choices } from './base/choice.ts';
import type { ResolveContext } from './base/context.ts';
import { confirmHead } from './confirm-head.ts';
import { confirmGross, confirmPeriod } from './confirm-orders.ts';
import { confirmByCountry, confirmCurrency, settleByVendor } from './currency/confirm-currency.ts';
import { resolveCurrency } from './currency/currency.ts';
import { currencyOfCountry } from './currency/currency-of-country.ts';
import { confirmReceiptDate } from './dates/confirm-dates.ts';
import { resolvePeriod } from './dates/period.ts';
import { confirmByTerms } from './dates/terms-dates.ts';
import { resolveUnlabelledDates } from './dates/unlabelled-dates.ts';
import { joinAccountNumber } from './labelled/account-number.ts';
import { resolveLabelled } from './labelled/labelled.ts';
import { confirmByRepetition } from './labelled/repeated-numbers.ts';
import { resolveText } from './labelled/text.ts';
import { fillIn } from './learned/fill-in.ts';
import { resolveParties } from './parties/parties.ts';
import { resolveReceiptHead } from './parties/receipt-head.ts';
import { confirmByChain } from './rows/account-chain.ts';
import type { ResolvedLineItems } from './rows/line-items.ts';
import { confirmByBalance } from './rows/statement-sums.ts';
import { resolveTotals } from './totals/totals.ts';

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
  confirmByBalance(choices);
  joinAccountNumber(choices);
  confirmByTerms(choices, context);
  confirmByRepetition(choices, context);
  confirmHead(choices, context);
  confirmReceiptDate(choices, context);
  add(resolvePeriod(context));
  confirmPeriod(choices, context);
  await pause();
  if (spec.totals) add(resolveTotals(context));
  await pause();
  const printed = resolveCurrency(context);
  const local = context.documentType === 'receipt' ? currencyOfCountry(context) : undefined;
  // A sign that several countries share, and that nothing settles, says less than the country itself.
  const currency = printed?.rule === 'currency:shared_sign' ? (local ?? printed) : (printed ?? local);
  if (currency !== undefined) choices.set('currency', currency);
  await pause();
  if (spec.parties) add(resolveParties(context));
  settleByVendor(choices);
  confirmByCountry(choices, context);
  confirmCurrency(choices, context);
  if (context.documentType === 'receipt')
    for (const [name, choice] of resolveReceiptHead(context)) choices.set(name, choice);
  await pause();
  if (isAirtime(context)) for (const [name, choice] of resolveAirtime(choices, context)) choices.set(name, choice);
  for (const [name, choice] of await fillIn(choices, context, pause)) choices.set(name, choice);
  return renamed(choices, spec.rename ?? {});
}

/** The choices again with what the rows of the document prove. */
export function confirmByRows(
  spec: DocumentSpec,
  choices: Choices,
  context: ResolveContext,
  { rowSum, chained }: Pick<ResolvedLineItems, 'rowSum' | 'chained'>,
): Choices {
  const confirmed: Choices = new Map(choices);
  const totals = spec.totals && rowSum !== undefined ? resolveTotals(context, rowSum) : new Map();
  for (const [name, choice] of totals) {
    if (choice.proof && confirmed.get(name)?.value === choice.value) confirmed.set(name, choice);
  }
  confirmGross(confirmed, context, rowSum);
  if (chained === true) confirmByChain(confirmed);
  return confirmed;
}

function renamed(choices: Choices, names: Readonly<Record<string, string>>): Choices {
  return new Map([...choices].map(([name, choice]) => [names[name] ?? name, choice]));
}
