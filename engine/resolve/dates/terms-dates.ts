import { isKind } from '../../candidates/candidate.ts';
import { foldText } from '../../normalise/fold-text.ts';
import type { Choice, Choices } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';

/** "Payment within 30 days": a number of days beside a word for payment or term, folded. */
const DAYS =
  /(?<![\d.,/-])(\d{1,3}) ?(?:days?|tagen?|tg|jours?|jrs?|j|dias?|giorni|gg|dagen|dagar|dage|dager|paivaa|pv|dni|dnu|nap|gun)(?![a-z])/g;
const TERM_WORD =
  /pay|terms|net\b|due|zahl|netto|ziel|paiement|reglement|pago|vencimiento|pagamento|bonifico|rimessa|betal|voldoen|maksu|plat|splat|condi|fizet|odeme|vista|nett|prazo|vto/;
/** A shorter term matches two dates by chance too easily. */
const LEAST_DAYS = 5;
const MS_PER_DAY = 86_400_000;
/** Minimum score of both dates under their own labels. */
const PROOF_SCORE = 0.68;
/** One term with discount and one without; with more terms, some date matches by chance. */
const MOST_TERMS = 3;

/**
 * The document date and the due date prove each other if they are as many days apart as the printed terms state: two
 * labelled dates and an independent number.
 */
export function confirmByTerms(choices: Choices, context: ResolveContext): void {
  const issued = choices.get('invoice_date');
  const due = choices.get('due_date');
  if (issued === undefined || due === undefined || !isClear(issued) || !isClear(due)) return;
  const apart = daysBetween(issued.value, due.value);
  const terms = printedTerms(context);
  if (apart < LEAST_DAYS || terms.size > MOST_TERMS || !terms.has(apart)) return;
  const days = printedDays(context);
  // Another printed day that lies one term before the due date may equally be the document date.
  const otherIssue = days.some((day) => day !== issued.value && terms.has(daysBetween(day, due.value)));
  // If there is a longer term, or a day that another term leads to, the chosen date may only be the end of a discount.
  const otherDue =
    apart < Math.max(...terms) || days.some((day) => day !== due.value && terms.has(daysBetween(issued.value, day)));
  if (otherIssue) return;
  for (const [name, choice] of [['invoice_date', issued] as const, ...(otherDue ? [] : [['due_date', due] as const])]) {
    choices.set(name, { ...choice, checks: [...choice.checks, 'payment_terms'], proof: true });
  }
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}

/** All days that the dates of the document may mean. */
function printedDays(context: ResolveContext): readonly string[] {
  return context.pages.flatMap((page) =>
    [...page.candidates.values()]
      .flat()
      .filter(isKind('date'))
      .flatMap(({ reading }) => [reading.dayFirst, reading.monthFirst].filter((day) => day !== undefined)),
  );
}

function isClear(choice: Choice): boolean {
  return !choice.ambiguous && choice.score >= PROOF_SCORE && choice.rule.startsWith('label:');
}

function printedTerms(context: ResolveContext): Set<number> {
  const found = new Set<number>();
  for (const page of context.pages) {
    for (const line of page.layout.lines) {
      const text = foldText(line.segments.map((segment) => segment.text).join(' '));
      if (!TERM_WORD.test(text)) continue;
      for (const match of text.matchAll(DAYS)) found.add(Number(match[1]));
    }
  }
  return found;
}
