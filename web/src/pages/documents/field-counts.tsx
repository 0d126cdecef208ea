import type { DocumentView } from '#core/contract/documents';
import type { FieldState } from '#core/domain/result';
import { Icon } from '../../components/icon.tsx';
import { FIELD_STATE_WORDS } from '../../wording/field-states.ts';

const TONES: Readonly<Record<FieldState, string>> = {
  proved: 'text-proved',
  supported: 'text-supported',
  needs_review: 'text-review font-semibold',
  confirmed: 'text-confirmed',
};

/** The number of fields in each state, as icons and numbers for comparison at a glance. */
export function FieldCounts({ summary }: { readonly summary: NonNullable<DocumentView['summary']> }) {
  const counts: readonly (readonly [FieldState, number])[] = [
    ['proved', summary.fields_proved],
    ['supported', summary.fields_supported],
    ['needs_review', summary.fields_to_review],
    ...(summary.fields_confirmed > 0 ? [['confirmed', summary.fields_confirmed] as const] : []),
  ];
  return (
    <span class="inline-flex gap-2.5 text-sm tabular-nums">
      {counts.map(([state, count]) => {
        const { icon, label } = FIELD_STATE_WORDS[state];
        return (
          <span
            key={state}
            class={`inline-flex min-w-8 items-center gap-1 ${count === 0 ? 'text-ink-faint' : TONES[state]}`}
            title={`${count} ${label.toLowerCase()}`}
          >
            <Icon name={icon} class="size-3.5" />
            <span class="sr-only">{label}: </span>
            {count}
          </span>
        );
      })}
    </span>
  );
}
