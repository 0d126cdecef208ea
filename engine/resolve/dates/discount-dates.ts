import { isKind } from '../../candidates/candidate.ts';
import { foldText } from '../../normalise/fold-text.ts';
import { type Choices, choiceOf } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { dateValue } from '../base/locale.ts';

/** Words for a discount on early payment, folded. */
const DISCOUNT =
  /skonto|(?:cash|settlement|early payment|prompt payment) discount|\d ?% discount|escompte|descuento (?:por )?pronto pago|sconto|betalingskorting|kontantrabatt|kontantrabat|kassa-alennus|skonto|desconto|discount of \d/;
/** Score of the later date of such a sentence. */
const LATER_SCORE = 0.85;

/**
 * "Payable by 12 September with 2 % discount, by 2 October in full": the day that ends a discount is not the due date.
 * The later date of the same or the next line is; alone, the date of the discount needs review.
 */
export function dueWithoutDiscount(choices: Choices, context: ResolveContext): void {
  const due = choices.get('due_date');
  const segment = due?.spans[0]?.segment;
  const page = segment === undefined ? undefined : context.pages[segment.page - 1];
  if (due === undefined || segment === undefined || page === undefined) return;
  const lines = page.layout.lines.slice(segment.line, segment.line + 2);
  const [own = '', next = ''] = lines.map((line) => foldText(line.segments.map(({ text }) => text).join(' ')));
  if (!DISCOUNT.test(own) || !/%/.test(own)) return;
  const later = lines
    .flatMap((line) => line.segments.flatMap((part) => (page.candidates.get(part) ?? []).filter(isKind('date'))))
    .flatMap((date) => {
      const value = dateValue(date, context.locale)?.value;
      return value !== undefined && value > due.value ? [{ date, value }] : [];
    })
    .toSorted((a, b) => a.value.localeCompare(b.value));
  const last = later.at(-1);
  if (last === undefined) choices.set('due_date', { ...due, doubted: true });
  else if (last.date.segment.line === segment.line || !DISCOUNT.test(next))
    choices.set(
      'due_date',
      choiceOf({
        value: last.value,
        spans: [last.date],
        score: LATER_SCORE,
        rule: 'date:without_discount',
        alternatives: [{ value: due.value, confidence: 0.2 }],
      }),
    );
}
