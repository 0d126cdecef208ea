import type { Result } from '#core/contract/result';
import { FIELD_GROUPS } from '#core/domain/fields';
import { FieldStateBadge } from '../../components/field-state-badge.tsx';
import { formatShare } from '../../formatting/sizes.ts';
import { groupLabel } from '../../wording/field-words.ts';
import { displayValue } from './display-value.ts';
import type { Highlight } from './highlight.ts';
import { ValueDetails } from './value-details.tsx';
import type { ValueSpot } from './value-spots.ts';

export interface FieldListProps {
  readonly spots: readonly ValueSpot[];
  readonly result: Result;
  readonly highlight: Highlight;
}

export function FieldList({ spots, result, highlight }: FieldListProps) {
  return (
    <div class="pb-8">
      {FIELD_GROUPS.map((group) => {
        const members = spots.filter(({ place }) => place.kind === 'field' && place.group === group);
        if (members.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} class="px-4 pt-4 pb-1 font-semibold text-ink-soft text-sm sm:px-6">
              {groupLabel(group, result.document_type)}
            </h2>
            <ul>
              {members.map((spot) => (
                <FieldRow key={spot.key} spot={spot} result={result} highlight={highlight} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

interface FieldRowProps {
  readonly spot: ValueSpot;
  readonly result: Result;
  readonly highlight: Highlight;
}

function FieldRow({ spot, result, highlight }: FieldRowProps) {
  const { key, label, name, field } = spot;
  const open = highlight.focused.value === key;
  const highlighted = highlight.current.value === key;
  const edge = open ? 'border-accent' : field.state === 'needs_review' ? 'border-review' : 'border-transparent';
  return (
    <li class={`border-l-3 ${edge} ${highlighted ? 'bg-canvas' : ''}`}>
      <button
        type="button"
        data-spot={key}
        aria-expanded={open}
        class="grid w-full cursor-pointer grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-2 text-left focus-visible:-outline-offset-2 sm:grid-cols-[9rem_minmax(0,1fr)_auto] sm:pr-6 sm:pl-5.5"
        onFocus={() => {
          highlight.focused.value = key;
        }}
        onClick={() => {
          highlight.focused.value = key;
        }}
        onPointerEnter={(event) => {
          // Touch input has no hover; it selects by click.
          if (event.pointerType === 'mouse') highlight.hovered.value = key;
        }}
        onPointerLeave={() => {
          if (highlight.hovered.peek() === key) highlight.hovered.value = null;
        }}
      >
        <span class="col-span-2 text-ink-soft text-sm sm:col-span-1">{label}</span>
        <span class={`min-w-0 whitespace-pre-line break-words font-medium tabular-nums ${open ? '' : 'line-clamp-2'}`}>
          {displayValue(name, field.value, result)}
        </span>
        <span class="flex items-center gap-2.5">
          <span
            class="w-10 text-right text-ink-faint text-xs tabular-nums"
            title="Probability that the value is correct"
          >
            {formatShare(field.confidence)}
          </span>
          <span class="sm:w-30">
            <FieldStateBadge state={field.state} />
          </span>
        </span>
      </button>
      {open && <ValueDetails spot={spot} result={result} />}
    </li>
  );
}
