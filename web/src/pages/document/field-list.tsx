import type { Result } from '#core/contract/result';
import { FIELD_GROUPS } from '#core/domain/fields';
import { FieldStateBadge } from '../../components/field-state-badge.tsx';
import { formatShare } from '../../formatting/sizes.ts';
import { groupLabel } from '../../wording/field-words.ts';
import { displayValue } from './display-value.ts';
import type { Lighting } from './lighting.ts';
import { ValueDetails } from './value-details.tsx';
import type { ValueSpot } from './value-spots.ts';

export interface FieldListProps {
  readonly spots: readonly ValueSpot[];
  readonly result: Result;
  readonly lighting: Lighting;
}

export function FieldList({ spots, result, lighting }: FieldListProps) {
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
                <FieldRow key={spot.key} spot={spot} result={result} lighting={lighting} />
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
  readonly lighting: Lighting;
}

function FieldRow({ spot, result, lighting }: FieldRowProps) {
  const { key, label, name, field } = spot;
  const open = lighting.focused.value === key;
  const lit = lighting.lit.value === key;
  const edge = open ? 'border-accent' : field.state === 'needs_review' ? 'border-review' : 'border-transparent';
  return (
    <li class={`border-l-3 ${edge} ${lit ? 'bg-canvas' : ''}`}>
      <button
        type="button"
        data-spot={key}
        aria-expanded={open}
        class="grid w-full cursor-pointer grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-2 text-left focus-visible:-outline-offset-2 sm:grid-cols-[9rem_minmax(0,1fr)_auto] sm:pr-6 sm:pl-5.5"
        onFocus={() => {
          lighting.focused.value = key;
        }}
        onClick={() => {
          lighting.focused.value = key;
        }}
        onPointerEnter={(event) => {
          // A touch has no hover; its click chooses.
          if (event.pointerType === 'mouse') lighting.hovered.value = key;
        }}
        onPointerLeave={() => {
          if (lighting.hovered.peek() === key) lighting.hovered.value = null;
        }}
      >
        <span class="col-span-2 text-ink-soft text-sm sm:col-span-1">{label}</span>
        <span class={`min-w-0 whitespace-pre-line break-words font-medium tabular-nums ${open ? '' : 'line-clamp-2'}`}>
          {displayValue(name, field.value, result)}
        </span>
        <span class="flex items-center gap-2.5">
          <span class="w-10 text-right text-ink-faint text-xs tabular-nums" title="Probability that the value is right">
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
