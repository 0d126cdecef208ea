import type { DocumentSpec } from '../documents/field-spec.ts';
import { isAirtime } from './airtime/is-airtime.ts';
import { resolveAirtime } from './airtime/resolve-airtime.ts';
import type { Choice, Choices } from './base/choice.ts';
import type { ResolveContext } from './base/context.ts';
import { confirmHead } from './confirm-head.ts';
import { confirmGross, confirmPeriod } from './confirm-orders.ts';
import { confirmByCountry, confirmCurrency, settleByVendor } from './currency/confirm-currency.ts';
import { resolveCurrency } from './currency/currency.ts';
import { currencyOfCountry } from './currency/currency-of-country.ts';
import { confirmReceiptDate } from './dates/confirm-dates.ts';
import { dueWithoutDiscount } from './dates/discount-dates.ts';
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
import { confirmByChain, STATEMENTS } from './rows/account-chain.ts';
import { settleClosingBalance } from './rows/closing-balance.ts';
import type { ResolvedLineItems } from './rows/line-items.ts';
import { confirmByBalance } from './rows/statement-sums.ts';
import { resolveTotals } from './totals/totals.ts';

/** State of a resolution. `choices` grows from step to step. */
interface Work {
  readonly choices: Choices;
  readonly context: ResolveContext;
  readonly spec: DocumentSpec;
  readonly pause: () => Promise<void>;
}

interface Step {
  readonly name: string;
  /** `find` adds values; `prove` raises, lowers or settles existing values. */
  readonly kind: 'find' | 'prove';
  readonly run: (work: Work) => unknown;
}

/**
 * How header fields are chosen, in order. To learn why a value is proved, look for the `prove` steps that may touch it;
 * proofs by rows come last, in `confirmByRows`.
 */
const STEPS: readonly Step[] = [
  { name: 'labels', kind: 'find', run: findLabelled },
  {
    name: 'dates without a label',
    kind: 'find',
    run: (w) => put(w, resolveUnlabelledDates(w.spec, w.choices, w.context)),
  },
  { name: 'statement balances add up', kind: 'prove', run: (w) => confirmByBalance(w.choices) },
  { name: 'parts of one account number', kind: 'prove', run: (w) => joinAccountNumber(w.choices) },
  { name: 'due date without discount', kind: 'prove', run: (w) => dueWithoutDiscount(w.choices, w.context) },
  { name: 'payment terms give the due date', kind: 'prove', run: (w) => confirmByTerms(w.choices, w.context) },
  { name: 'number repeated elsewhere', kind: 'prove', run: (w) => confirmByRepetition(w.choices, w.context) },
  { name: 'file name, title and other dates', kind: 'prove', run: (w) => confirmHead(w.choices, w.context) },
  { name: 'date of a receipt', kind: 'prove', run: (w) => confirmReceiptDate(w.choices, w.context) },
  { name: 'period of service', kind: 'find', run: (w) => putBetter(w, resolvePeriod(w.context)) },
  { name: 'period of an order', kind: 'prove', run: (w) => confirmPeriod(w.choices, w.context) },
  { name: 'totals', kind: 'find', run: (w) => w.spec.totals && putBetter(w, resolveTotals(w.context)) },
  { name: 'currency', kind: 'find', run: findCurrency },
  { name: 'parties', kind: 'find', run: (w) => w.spec.parties && putBetter(w, resolveParties(w.context)) },
  { name: 'currency of the vendor’s country', kind: 'prove', run: (w) => settleByVendor(w.choices) },
  { name: 'currency of the country printed', kind: 'prove', run: (w) => confirmByCountry(w.choices, w.context) },
  { name: 'currency printed elsewhere', kind: 'prove', run: (w) => confirmCurrency(w.choices, w.context) },
  { name: 'head of a receipt', kind: 'find', run: (w) => isReceipt(w) && put(w, resolveReceiptHead(w.context)) },
  {
    name: 'orders of advertising time',
    kind: 'find',
    run: (w) => isAirtime(w.context) && put(w, resolveAirtime(w.choices, w.context)),
  },
  {
    name: 'learned places and captions',
    kind: 'find',
    run: async (w) => put(w, await fillIn(w.choices, w.context, w.pause)),
  },
];

/** All header fields of a document. Yields to the event loop after each step. */
export async function resolveFields(
  spec: DocumentSpec,
  context: ResolveContext,
  pause: () => Promise<void>,
): Promise<Choices> {
  const work: Work = { choices: new Map(), context, spec, pause };
  for (const { run } of STEPS) {
    await run(work);
    await pause();
  }
  return renamed(work.choices, spec.rename ?? {});
}

const isReceipt = ({ context }: Work): boolean => context.documentType === 'receipt';

function put({ choices }: Work, more: ReadonlyMap<string, Choice>): void {
  for (const [name, choice] of more) choices.set(name, choice);
}

/** Keeps existing choices unless the new one scores higher. */
function putBetter({ choices }: Work, more: ReadonlyMap<string, Choice>): void {
  for (const [name, choice] of more) if ((choices.get(name)?.score ?? 0) < choice.score) choices.set(name, choice);
}

async function findLabelled({ choices, context, spec, pause }: Work): Promise<void> {
  for (const field of spec.labelled) {
    const choice = field.kind === 'text' ? resolveText(field, context) : resolveLabelled(field, context);
    if (choice !== undefined) choices.set(field.name, choice);
    await pause();
  }
}

function findCurrency(work: Work): void {
  const printed = resolveCurrency(work.context);
  const local = isReceipt(work) ? currencyOfCountry(work.context) : undefined;
  // An unresolved sign shared by several countries is weaker evidence than the country itself.
  const currency = printed?.rule === 'currency:shared_sign' ? (local ?? printed) : (printed ?? local);
  if (currency !== undefined) work.choices.set('currency', currency);
}

/** Returns the choices updated with what the document's rows prove. */
export function confirmByRows(
  spec: DocumentSpec,
  choices: Choices,
  context: ResolveContext,
  { rowSum, chained, lastBalance }: Pick<ResolvedLineItems, 'rowSum' | 'chained' | 'lastBalance'>,
): Choices {
  const confirmed: Choices = new Map(choices);
  const totals = spec.totals && rowSum !== undefined ? resolveTotals(context, rowSum) : new Map();
  for (const [name, choice] of totals) {
    if (choice.proof && confirmed.get(name)?.value === choice.value) confirmed.set(name, choice);
  }
  confirmGross(confirmed, context, rowSum);
  if (lastBalance !== undefined && STATEMENTS.has(context.documentType))
    settleClosingBalance(confirmed, context, lastBalance);
  if (chained === true) confirmByChain(confirmed);
  return confirmed;
}

function renamed(choices: Choices, names: Readonly<Record<string, string>>): Choices {
  return new Map([...choices].map(([name, choice]) => [names[name] ?? name, choice]));
}
