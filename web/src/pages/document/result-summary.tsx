import type { DocumentView } from '#core/contract/documents';
import type { Result } from '#core/contract/result';
import type { FieldState } from '#core/domain/result';
import { Icon } from '../../components/icon.tsx';
import { checkDetail, describeCheck, isPageComparison } from '../../wording/describe-check.ts';
import { FIELD_STATE_WORDS } from '../../wording/field-states.ts';
import { fieldLabel } from '../../wording/field-words.ts';
import { NothingFound } from './nothing-found.tsx';
import { countStates, nextToReview, type ValueSpot } from './value-spots.ts';

const BARS: readonly (readonly [FieldState, string])[] = [
  ['proved', 'fill-proved'],
  ['supported', 'fill-supported'],
  ['needs_review', 'fill-review'],
  ['confirmed', 'fill-confirmed'],
];

export interface ResultSummaryProps {
  readonly document: DocumentView;
  readonly result: Result;
  readonly spots: readonly ValueSpot[];
  readonly onChoose: (key: string) => void;
  /** Opens the checks tab; null on that tab itself. */
  readonly onChecks: (() => void) | null;
}

/** Failed checks shown in the summary; the others are listed on the checks tab. */
const MAX_SHOWN = 3;

function headline(toReview: number, failed: number): string {
  const values = toReview === 0 ? null : `${toReview} ${toReview === 1 ? 'value needs' : 'values need'} review`;
  const checks = failed === 0 ? null : `${failed} ${failed === 1 ? 'check' : 'checks'} failed`;
  return [values, checks].filter((part) => part !== null).join(', ') || 'Nothing needs review';
}

/** The summary above a result: values by state, missing fields and failed checks. */
export function ResultSummary({ document, result, spots, onChoose, onChecks }: ResultSummaryProps) {
  const counts = countStates(spots);
  const first = nextToReview(spots, null, 1);
  const broken = result.checks.filter(({ ok }) => !ok);
  // Results stored by earlier versions lack `missing`.
  const missing = result.missing ?? [];
  const sorted = broken.toSorted((a, b) => Number(isPageComparison(b.rule)) - Number(isPageComparison(a.rule)));
  const shown = onChecks === null ? [] : sorted.slice(0, MAX_SHOWN);
  if (spots.length === 0) return <NothingFound document={document} result={result} />;
  return (
    <section aria-label="Summary" class="flex flex-col gap-3 border-line border-b px-4 py-4 sm:px-6">
      <div class="flex items-center justify-between gap-3">
        <p class="min-w-0 font-semibold text-lg tracking-tight">{headline(counts.needs_review, broken.length)}</p>
        {first && (
          <button type="button" class="button" onClick={() => onChoose(first.key)}>
            {counts.needs_review === 1 ? 'Show it' : 'Show first'} <kbd class="key">n</kbd>
          </button>
        )}
      </div>
      <StateBar counts={counts} />
      <ul class="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {BARS.map(([state]) => (
          <li key={state} class="flex items-center gap-1.5">
            <Icon name={FIELD_STATE_WORDS[state].icon} class={`size-4 ${TEXT_TONES[state]}`} />
            <span class="font-semibold tabular-nums">{counts[state]}</span>
            <span class="text-ink-soft">{FIELD_STATE_WORDS[state].label.toLowerCase()}</span>
          </li>
        ))}
      </ul>
      <Missing fields={missing} />
      {shown.map(({ rule, detail }) => (
        <div
          key={`${rule}${detail}`}
          class="flex gap-2.5 rounded-lg bg-danger-soft px-3.5 py-2.5 text-danger text-sm"
          role="alert"
        >
          <Icon name="alert" class="mt-0.5 size-4" />
          <div class="min-w-0">
            <p class="font-semibold">{describeCheck(rule, false)}</p>
            <p class="break-words">{checkDetail(detail, false)}</p>
          </div>
        </div>
      ))}
      {onChecks !== null && broken.length > MAX_SHOWN && (
        <button type="button" class="link w-fit cursor-pointer text-sm" onClick={onChecks}>
          {broken.length - MAX_SHOWN} more
        </button>
      )}
    </section>
  );
}

/** Lists the expected fields that were not found. */
function Missing({ fields }: { readonly fields: readonly string[] }) {
  if (fields.length === 0) return null;
  return (
    <p class="text-sm">
      <span class="font-semibold">Expected but not found:</span>{' '}
      <span class="text-ink-soft">{fields.map(fieldLabel).join(', ')}</span>
    </p>
  );
}

const TEXT_TONES: Readonly<Record<FieldState, string>> = {
  proved: 'text-proved',
  supported: 'text-supported',
  needs_review: 'text-review',
  confirmed: 'text-confirmed',
};

/** A bar of the shares of each state; the numbers are listed below it. */
function StateBar({ counts }: { readonly counts: Readonly<Record<FieldState, number>> }) {
  const total = BARS.reduce((sum, [state]) => sum + counts[state], 0);
  let from = 0;
  return (
    <svg
      class="h-2 w-full overflow-hidden rounded-full"
      viewBox={`0 0 ${total} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {BARS.map(([state, tone]) => {
        const at = from;
        from += counts[state];
        return <rect key={state} class={tone} x={at} y="0" width={counts[state]} height="1" />;
      })}
    </svg>
  );
}
