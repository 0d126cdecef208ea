import type { Alternative } from '#core/domain/result';
import { spanText } from '../../layout/lines.ts';
import { formatUnits, toUnits } from '../../normalise/decimal.ts';
import type { Choice, Choices } from '../base/choice.ts';

/** Minimum number of other amounts with cents to conclude that the form prints cents. */
const MIN_WITNESSES = 3;
const ALTERNATIVE_CONFIDENCE = 0.3;

/**
 * OCR loses decimal points. If a recognised form prints cents everywhere, an amount without a point ends in its cents:
 * `543200` is 5432.00 rather than 543200.00. Both readings are kept for review.
 */
export function restoreCents(choices: Choices, amountFields: ReadonlySet<string>): void {
  const amounts = [...choices].filter(
    ([name, choice]) => amountFields.has(name) && toUnits(choice.value) !== undefined,
  );
  const witnesses = amounts.filter(([, choice]) => /\.\d{2}\D*$/.test(printed(choice)) && isRecognised(choice));
  if (witnesses.length < MIN_WITNESSES) return;
  for (const [name, choice] of amounts) {
    const units = toUnits(choice.value);
    if (units === undefined || !isRecognised(choice) || !/^\$?\d{4,}\D*$/.test(printed(choice))) continue;
    const alternatives: Alternative[] = [{ value: choice.value, confidence: ALTERNATIVE_CONFIDENCE }];
    choices.set(name, { ...choice, value: formatUnits(units / 100), alternatives, ambiguous: true });
  }
}

function printed({ spans }: Choice): string {
  return spans.map(spanText).join(' ');
}

function isRecognised({ spans }: Choice): boolean {
  return spans.some(({ segment, start, end }) =>
    segment.words.slice(start, end).some(({ confidence }) => confidence !== undefined),
  );
}
