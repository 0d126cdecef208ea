import { FieldStateBadge } from '../../components/field-state-badge.tsx';
import { Icon } from '../../components/icon.tsx';
import { describeCheck } from '../../wording/describe-check.ts';
import { fieldLabel } from '../../wording/field-words.ts';
import type { DeskActions } from './desk-actions.ts';
import type { Desk } from './desk-state.ts';
import { KeyHint } from './key-hint.tsx';
import { StopCard, StopIcon, shownValue } from './stop-card.tsx';
import { reasonOf } from './stop-reasons.ts';
import { listValues, type Stop } from './stops.ts';

export interface StopListProps {
  readonly desk: Desk;
  readonly actions: DeskActions;
  readonly onWords: () => void;
}

/** The stops of the document; the active one is open. Everything else is folded. */
export function StopList({ desk, actions, onWords }: StopListProps) {
  const order = desk.order.value;
  const open = desk.openKeys.value;
  const active = desk.active.value;
  const result = desk.shown.value;
  const others = listValues(result).filter(({ key, target }) => target?.kind === 'field' && !order.includes(key));
  // A value that is no stop is active: it shows as the card among the values.
  const unfolded = desk.unfolded.value || others.some(({ key }) => key === active);
  const card = (stop: Stop) => <StopCard key={stop.key} stop={stop} desk={desk} actions={actions} onWords={onWords} />;
  return (
    <>
      <ul aria-label="Stops">
        {order.map((key) => {
          const stop = desk.find(key);
          if (stop === null) return null;
          return key === active ? card(stop) : <StopRow key={key} stop={stop} desk={desk} settled={!open.has(key)} />;
        })}
      </ul>
      {others.length > 0 && (
        <section aria-labelledby="other-values" class="mt-2 border-line border-t">
          <button
            type="button"
            class="flex min-h-11 w-full cursor-pointer items-center gap-2 px-4 text-left text-ink-soft sm:px-6"
            aria-expanded={unfolded}
            onClick={() => {
              desk.unfolded.value = !unfolded;
            }}
          >
            <Icon name="chevron-down" class={`size-4 ${unfolded ? '' : '-rotate-90'}`} />
            <span id="other-values" class="flex-1">
              {others.length} other {others.length === 1 ? 'value' : 'values'}
            </span>
            <KeyHint keys="v" />
          </button>
          {unfolded && (
            <ul aria-labelledby="other-values" class="pb-3">
              {others.map((stop) =>
                stop.key === active ? card(stop) : <ValueRow key={stop.key} stop={stop} desk={desk} />,
              )}
            </ul>
          )}
        </section>
      )}
    </>
  );
}

function StopRow({ stop, desk, settled }: { readonly stop: Stop; readonly desk: Desk; readonly settled: boolean }) {
  const value = shownValue(stop, desk);
  const title = stop.check ? describeCheck(stop.check.rule, false) : stop.label;
  return (
    <li>
      <button
        type="button"
        class="grid w-full cursor-pointer grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 px-4 py-2 text-left hover:bg-canvas focus-visible:-outline-offset-2 sm:px-6"
        onClick={() => desk.activate(stop.key)}
      >
        <StopIcon stop={stop} settled={settled} />
        <span class="flex min-w-0 items-baseline justify-between gap-3">
          <span class={settled ? 'text-ink-soft' : 'font-medium'}>
            {title}
            <span class="sr-only">{settled ? ', done' : `, ${reasonOf(stop, desk.shown.value)}`}</span>
          </span>
          <span class="min-w-0 max-w-[60%] truncate text-right tabular-nums">
            {value !== '' ? value : <span class="text-ink-faint">{settled ? 'not on the document' : 'not found'}</span>}
          </span>
        </span>
      </button>
    </li>
  );
}

function ValueRow({ stop, desk }: { readonly stop: Stop; readonly desk: Desk }) {
  return (
    <li>
      <button
        type="button"
        class="grid w-full cursor-pointer grid-cols-[9rem_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-1.5 text-left hover:bg-canvas focus-visible:-outline-offset-2 sm:px-6"
        onClick={() => desk.activate(stop.key)}
      >
        <span class="text-ink-soft text-sm">{fieldLabel(stop.target?.name ?? '')}</span>
        <span class="min-w-0 truncate tabular-nums">{shownValue(stop, desk)}</span>
        {stop.value && <FieldStateBadge state={stop.value.state} />}
      </button>
    </li>
  );
}
