import { useSignal } from '@preact/signals';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { fieldLabel } from '../../wording/field-words.ts';
import type { DeskActions } from './desk-actions.ts';
import type { Desk } from './desk-state.ts';
import { type CellPlace, furtherColumns, gridColumns } from './grid-edit.ts';
import { type RowCommand, useGridKeys } from './grid-keys.ts';
import { GridRow, isNumeric } from './grid-row.tsx';
import { KeyHint } from './key-hint.tsx';
import { runningSum } from './running-sum.ts';
import { cellKey } from './stops.ts';
import { SumLine } from './sum-line.tsx';

export interface LineGridProps {
  readonly desk: Desk;
  readonly actions: DeskActions;
  readonly onClose: () => void;
}

/** The line items as a spreadsheet, with the running sum against the printed total. */
export function LineGrid({ desk, actions, onClose }: LineGridProps) {
  const result = desk.preview.value;
  const added = useSignal<readonly string[]>([]);
  const columns = [...gridColumns(result), ...added.value.filter((name) => !gridColumns(result).includes(name))];
  const rows = result.line_items;
  const sums = runningSum(result);
  const place = useSignal<CellPlace>({ row: 0, column: 0 });
  const frame = useRef<HTMLTableElement>(null);
  const { run } = useGridKeys({ desk, actions, columns, place, onClose });
  const { row: activeRow, column: activeColumn } = place.value;
  const typing = desk.typing.value;
  useLayoutEffect(() => {
    const name = columns[activeColumn];
    // The active cell is the target of words that are clicked on the page.
    if (name !== undefined && rows.length > 0) desk.activate(cellKey(activeRow, name));
    const cell = frame.current?.querySelector<HTMLElement>(`[data-cell="${activeRow}:${activeColumn}"]`);
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (typing === null) cell?.focus({ preventScroll: true });
  }, [activeRow, activeColumn, typing === null, rows.length]);
  const chooseCell = useCallback((row: number, column: number) => {
    const { row: r, column: c } = place.peek();
    if (r !== row || c !== column) actions.commit();
    place.value = { row, column };
  }, []);
  const further = furtherColumns(columns);
  return (
    <section aria-label="Line items" class="flex min-h-0 flex-1 flex-col">
      <div class="flex shrink-0 flex-wrap items-center gap-1 border-line border-b px-3 py-1.5 text-sm sm:px-4">
        {ROW_BUTTONS.map(([command, label, keys]) => (
          <button key={command} type="button" class="button button-quiet min-h-8 px-2" onClick={() => run(command)}>
            {label} <KeyHint keys={keys} />
          </button>
        ))}
        {further.length > 0 && (
          <select
            class="input min-h-8 w-auto max-w-32"
            aria-label="Add a column"
            value=""
            onChange={({ currentTarget }) => {
              added.value = [...added.value, currentTarget.value];
            }}
          >
            <option value="">+ Column</option>
            {further.map((name) => (
              <option key={name} value={name}>
                {fieldLabel(name)}
              </option>
            ))}
          </select>
        )}
      </div>
      <ScrollRegion class="min-h-0 flex-1 overflow-auto" label="Table of line items">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells take the focus one at a time. */}
        <table ref={frame} role="grid" aria-label="Line items" class="w-full border-separate border-spacing-0 text-sm">
          <thead>
            <tr>
              <th scope="col" class="sticky top-0 z-10 w-8 border-line border-b bg-surface px-2 py-2 text-ink-faint">
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
              <th
                scope="col"
                class="sticky top-0 z-10 whitespace-nowrap border-line border-b bg-surface px-2 py-2 text-right font-medium text-ink-faint"
              >
                Sum
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <GridRow
                key={`row-${row + 1}`}
                desk={desk}
                actions={actions}
                columns={columns}
                cells={cells}
                row={row}
                activeColumn={row === activeRow ? activeColumn : null}
                typing={row === activeRow && typing !== null}
                sum={sums.after[row] ?? ''}
                suspect={sums.closes === false && sums.suspects.has(row)}
                onCell={chooseCell}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && (
          <p class="p-4 text-ink-soft text-sm">No line items. Insert a row, or paste a table from a spreadsheet.</p>
        )}
      </ScrollRegion>
      <SumLine
        sums={sums}
        onClose={onClose}
        onRow={(row) => {
          place.value = { row, column: Math.max(0, columns.indexOf('amount')) };
        }}
      />
    </section>
  );
}

const ROW_BUTTONS: readonly (readonly [RowCommand, string, string])[] = [
  ['insert', 'Insert', 'Alt+ArrowDown'],
  ['delete', 'Delete', 'Alt+Delete'],
  ['split', 'Split', 'Alt+s'],
  ['merge', 'Merge', 'Alt+m'],
];
