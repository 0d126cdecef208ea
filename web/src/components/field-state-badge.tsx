import type { FieldState } from '#core/domain/result';
import { FIELD_STATE_WORDS } from '../wording/field-states.ts';
import { Icon } from './icon.tsx';

const TONES: Readonly<Record<FieldState, string>> = {
  proved: 'bg-proved-soft text-proved',
  supported: 'bg-supported-soft text-supported',
  needs_review: 'bg-review-soft text-review',
  confirmed: 'bg-confirmed-soft text-confirmed',
};

/** The state of a value as icon and label, so that it does not depend on colour alone. */
export function FieldStateBadge({ state }: { readonly state: FieldState }) {
  const { label, icon, meaning } = FIELD_STATE_WORDS[state];
  return (
    <span
      class={`inline-flex h-6 items-center gap-1 whitespace-nowrap rounded-full px-2 font-medium text-xs ${TONES[state]}`}
      title={meaning}
    >
      <Icon name={icon} class="size-3.5" />
      {label}
    </span>
  );
}
