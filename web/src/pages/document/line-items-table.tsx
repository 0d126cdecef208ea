import type { Result } from '#core/contract/result';
import type { FieldState } from '#core/domain/result';
import { EmptyState } from '../../components/empty-state.tsx';
import { Icon } from '../../components/icon.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { FIELD_STATE_WORDS } from '../../wording/field-states.ts';
import { fieldKind, fieldLabel } from '../../wording/field-words.ts';
import { displayCell } from './display-value.ts';
import type { Highlight } from './highlight.ts';
import { ValueDetails } from './value-details.tsx';
import { lineItemColumns, type ValueSpot } from './value-spots.ts';

const TONES: Readonly<Record<FieldState, string>> = {
  proved: 'text-proved',
  supported: 'text-supported',
  needs_review: 'text-review',
  confirmed: 'text-confirmed',
};

export interface LineItemsTableProps {
  readonly spots: readonly ValueSpot[];
  readonly result: Result;
  readonly highlight: Highlight;
}

const isNumeric = (name: string) => fieldKind(name) === 'amount' || name === 'quantity' || name === 'tax_rate';

/** The line items; each cell is a value with evidence and state of its own. */
export function LineItemsTable({ spots, result, highlight }: LineItemsTableProps) {
  const columns = lineItemColumns(result);
  const byKey = new Map(spots.map((spot) => [spot.key, spot]));
  const focused = byKey.get(highlight.focused.value ?? '');
  if (result.line_items.length === 0) {
    return <EmptyState icon="inbox" title="No line items" text="No line items were found in this document." />;
  }
  return (
    <div class="flex h-full flex-col">
      <ScrollRegion class="min-h-0 flex-1 overflow-auto" label="Line items">
        <table class="w-full border-separate border-spacing-0 text-sm">
          <thead>
            <tr>
              <th
                scope="col"
                class="sticky top-0 z-10 border-line border-b bg-surface py-2 pr-2 pl-4 text-right font-medium text-ink-faint"
              >
                #
              </th>
              {columns.map((name) => (
                <th
                  key={name}
                  scope="col"
                  class={`sticky top-0 z-10 whitespace-nowrap border-line border-b bg-surface px-2 py-2 font-medium text-ink-soft ${isNumeric(name) ? 'text-right' : 'text-left'}`}
                >
                  {fieldLabel(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.line_items.map((_, row) => (
              <tr key={`line-${row + 1}`}>
                <th
                  scope="row"
                  class="border-line border-b py-2 pr-2 pl-4 text-right align-top font-normal text-ink-faint tabular-nums"
                >
                  {row + 1}
                </th>
                {columns.map((name) => (
                  <td
                    key={name}
                    class={`border-line border-b p-0 align-top ${name === 'description' ? 'min-w-44' : ''}`}
                  >
                    <LineCell spot={byKey.get(`line:${row}:${name}`)} highlight={highlight} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {focused?.place.kind === 'line' && (
        <section
          aria-label="Cell details"
          class="max-h-[45%] shrink-0 overflow-auto border-line-strong border-t bg-canvas pt-3"
        >
          <h2 class="px-4 pb-1 font-semibold text-sm sm:pl-5.5">{focused.label}</h2>
          <ValueDetails spot={focused} result={result} />
        </section>
      )}
    </div>
  );
}

interface LineCellProps {
  readonly spot: ValueSpot | undefined;
  readonly highlight: Highlight;
}

function LineCell({ spot, highlight }: LineCellProps) {
  if (!spot) return null;
  const { key, name, field } = spot;
  const highlighted = highlight.current.value === key;
  const { icon, label } = FIELD_STATE_WORDS[field.state];
  return (
    <button
      type="button"
      data-spot={key}
      class={`flex w-full cursor-pointer items-start gap-1.5 px-2 py-2 tabular-nums focus-visible:-outline-offset-2 ${isNumeric(name) ? 'justify-end text-right' : 'text-left'} ${highlighted ? 'bg-highlighter text-[#1c1b19]' : field.state === 'needs_review' ? 'bg-review-soft' : ''}`}
      onFocus={() => {
        highlight.focused.value = key;
      }}
      onClick={() => {
        highlight.focused.value = key;
      }}
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse') highlight.hovered.value = key;
      }}
      onPointerLeave={() => {
        if (highlight.hovered.peek() === key) highlight.hovered.value = null;
      }}
    >
      <span class={fieldKind(name) === 'text' ? 'min-w-0 break-words' : 'whitespace-nowrap'}>
        {displayCell(name, field.value)}
      </span>
      <span class="sr-only">, {label.toLowerCase()}</span>
      <Icon name={icon} class={`mt-0.5 size-3.5 ${highlighted ? '' : TONES[field.state]}`} />
    </button>
  );
}
