import { formatUnits, toUnits } from '../../normalise/decimal.ts';
import { type Choices, choiceOf } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import type { LastBalance } from './line-items.ts';
import { BALANCE_CHECK } from './row-values.ts';
import { spanOfWords } from './span-of-words.ts';

const SCORE = 0.85;
/** The relation of a value below its label, in the name of a rule. */
const BELOW = '/below';

/**
 * A statement without a labelled closing balance ends with the balance after its newest movement. A heading "Balance"
 * above the column is no label of its first row.
 */
export function settleClosingBalance(choices: Choices, context: ResolveContext, last: LastBalance): void {
  const labelled = choices.get('closing_balance');
  const isHeading = labelled?.rule.endsWith(BELOW) && last.all.includes(toUnits(labelled.value) ?? Number.NaN);
  if (labelled !== undefined && !isHeading) return;
  const span = spanOfWords(context, last);
  if (span === undefined) return;
  choices.set(
    'closing_balance',
    choiceOf({
      value: formatUnits(last.value),
      spans: [span],
      score: SCORE,
      rule: 'rows:last_balance',
      checks: [BALANCE_CHECK],
    }),
  );
}
