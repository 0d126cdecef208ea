import { useMemo } from 'preact/hooks';
import type { LineItem } from '#core/domain/result';
import { formatAmount } from '../../formatting/amounts.ts';
import { fieldKind, fieldLabel } from '../../wording/field-words.ts';
import { displayCell } from '../document/display-value.ts';
import type { DeskActions } from './desk-actions.ts';
import type { Desk } from './desk-state.ts';
import { ValueInput } from './value-input.tsx';

export interface GridRowProps {
  readonly desk: Desk;
  readonly actions: DeskActions;
  readonly columns: readonly string[];
  readonly cells: LineItem;
  readonly row: number;
  /** Null where the active cell is in another row. */
  readonly activeColumn: number | null;
  readonly typing: boolean;
  /** The sum of the amounts down to this row. */
  readonly sum: string;
  readonly suspect: boolean;
  readonly onCell: (row: number, column: number) => void;
}

export const isNumeric = (name: string) => fieldKind(name) === 'amount' || ['quantity', 'tax_rate'].includes(name);

/** One row of the grid. Drawn again only when something in it changed: a key press must not redraw hundreds of cells. */
export function GridRow(props: GridRowProps) {
  const { desk, actions, columns, cells, row, activeColumn, typing, sum, suspect, onCell } = props;
  const shown = columns.map((name) => `${cells[name]?.value ?? ''}|${cells[name]?.state ?? ''}`).join('\t');
  return useMemo(
    () => (
      <tr class={suspect ? 'bg-danger-soft' : ''}>
        <th scope="row" class="border-line border-b px-2 text-right font-normal text-ink-faint tabular-nums">
          {row + 1}
        </th>
        {columns.map((name, column) => {
          const isActive = column === activeColumn;
          const value = cells[name];
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the grid are registered as shortcuts.
            <td
              key={name}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the grid takes the focus.
              role="gridcell"
              data-cell={`${row}:${column}`}
              tabIndex={isActive ? 0 : -1}
              aria-selected={isActive}
              class={`min-w-18 cursor-cell border-line border-r border-b p-0 align-top tabular-nums focus-visible:-outline-offset-2 ${isActive ? 'outline-2 outline-accent -outline-offset-2' : ''} ${value?.state === 'needs_review' ? 'bg-review-soft' : ''} ${name === 'description' ? 'min-w-48' : ''}`}
              onClick={() => onCell(row, column)}
              onDblClick={() => actions.startTyping()}
            >
              {isActive && typing ? (
                <ValueInput
                  desk={desk}
                  actions={actions}
                  label={`${fieldLabel(name)}, line ${row + 1}`}
                  class="rounded-none border-0 text-sm outline-none"
                  inGrid
                />
              ) : (
                <span class={`block whitespace-pre-line px-2 py-1.5 ${isNumeric(name) ? 'text-right' : ''}`}>
                  {value === undefined ? '\u00a0' : displayCell(name, value.value)}
                  {value?.state === 'needs_review' && <span class="sr-only">, needs review</span>}
                </span>
              )}
            </td>
          );
        })}
        <td class="whitespace-nowrap border-line border-b px-2 py-1.5 text-right text-ink-faint tabular-nums">
          {formatAmount(sum, null)}
        </td>
      </tr>
    ),
    [desk, columns.join(), shown, row, activeColumn, typing, sum, suspect],
  );
}
