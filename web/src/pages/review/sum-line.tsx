import { Icon } from '../../components/icon.tsx';
import { formatAmount } from '../../formatting/amounts.ts';
import { fieldLabel } from '../../wording/field-words.ts';
import { KeyHint } from './key-hint.tsx';
import type { RunningSum } from './running-sum.ts';

export interface SumLineProps {
  readonly sums: RunningSum;
  readonly onRow: (row: number) => void;
  readonly onClose: () => void;
}

/** Suspect rows that are named; the others are marked in the grid. */
const NAMED_ROWS = 3;

/** The sum against the printed total, and the rows that break it. */
export function SumLine({ sums, onRow, onClose }: SumLineProps) {
  const { sum, target, difference, closes, suspects } = sums;
  const tone = closes === null ? 'text-ink-soft' : closes ? 'text-proved' : 'text-danger';
  const sign = closes === null ? 'of' : closes ? '=' : '≠';
  return (
    <div class="flex shrink-0 items-center gap-3 border-line border-t px-4 py-2 text-sm">
      <div class="min-w-0 flex-1 tabular-nums" role="status">
        <p class={`flex items-center gap-2 font-medium ${tone}`}>
          {closes !== null && <Icon name={closes ? 'check' : 'broken'} />}
          {sum === null ? 'No rows' : `Sum ${formatAmount(sum, null)}`}
          {target !== null && sum !== null && ` ${sign} ${fieldLabel(target.name)} ${formatAmount(target.value, null)}`}
          {closes === false && difference !== null && ` (difference ${formatAmount(difference, null)})`}
        </p>
        {closes === false &&
          [...suspects].slice(0, NAMED_ROWS).map(([row, why]) => (
            <button key={row} type="button" class="link mr-3" onClick={() => onRow(row)}>
              Row {row + 1}: {why}
            </button>
          ))}
      </div>
      <button type="button" class="button min-h-9" onClick={onClose}>
        Done <KeyHint keys="Escape" />
      </button>
    </div>
  );
}
