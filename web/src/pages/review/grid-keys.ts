import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { EVERY_CHARACTER } from '../../state/key-chords.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { showToast } from '../../state/toasts.ts';
import type { DeskActions } from './desk-actions.ts';
import type { Desk } from './desk-state.ts';
import { type CellPlace, type GridStep, parseTsv, pasteOperations, splitOperations, stepCell } from './grid-edit.ts';

export type RowCommand = 'insert' | 'delete' | 'split' | 'merge';

export interface GridKeysOptions {
  readonly desk: Desk;
  readonly actions: DeskActions;
  readonly columns: readonly string[];
  readonly place: Signal<CellPlace>;
  readonly onClose: () => void;
}

const ARROWS: Readonly<Record<string, GridStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'home',
  End: 'end',
};

/** The keys of the grid, as in a spreadsheet: they work while the grid is shown. */
export function useGridKeys({ desk, actions, columns, place, onClose }: GridKeysOptions): {
  readonly run: (command: RowCommand) => void;
} {
  const step = (how: GridStep) => {
    actions.commit();
    place.value = stepCell(place.peek(), how, desk.shown.peek().line_items.length, columns.length);
  };
  const run = (command: RowCommand) => {
    const caret = caretOf(desk);
    if (command !== 'split') actions.commit();
    const { row, column } = place.peek();
    const rows = desk.shown.peek().line_items;
    const name = columns[column] ?? '';
    switch (command) {
      case 'insert': {
        const at = rows.length === 0 ? 0 : row + 1;
        desk.editRows(`Row ${at + 1}`, [{ op: 'insert', row: at }]);
        place.value = { row: at, column: 0 };
        break;
      }
      case 'delete':
        if (rows.length > 0) desk.editRows(`Row ${row + 1}`, [{ op: 'delete', row }]);
        place.value = { row: Math.max(0, Math.min(row, rows.length - 2)), column };
        break;
      case 'split': {
        desk.typing.value = null;
        const operations = splitOperations(rows, row, name, caret);
        if (operations.length === 0) showToast('There is nothing to split in this cell.');
        desk.editRows(`Split of row ${row + 1}`, [...operations]);
        break;
      }
      case 'merge':
        if (row + 1 >= rows.length) showToast('There is no row below to merge with.');
        else desk.editRows(`Merge of row ${row + 1}`, [{ op: 'merge', row }]);
        break;
    }
  };
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const table = parseTsv(event.clipboardData?.getData('text/plain') ?? '');
      const single = table.length === 1 && table[0]?.length === 1;
      if (table.length === 0 || (desk.typing.peek() !== null && single)) return;
      event.preventDefault();
      desk.typing.value = null;
      const rows = desk.shown.peek().line_items.length;
      desk.editRows('Pasted rows', [...pasteOperations(table, place.peek(), rows, columns)]);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, [columns.join()]);
  const enter = () => {
    const typed = desk.typing.peek() !== null;
    actions.commit();
    // Enter on a doubtful cell accepts it, like at any stop.
    const { row, column } = place.peek();
    const name = columns[column] ?? '';
    const cell = desk.shown.peek().line_items[row]?.[name];
    if (!typed && cell?.state === 'needs_review') desk.set({ kind: 'cell', row, name }, { value: cell.value });
    step('down');
  };
  useShortcuts([
    { keys: Object.keys(ARROWS), label: 'Go from cell to cell', run: ({ key }) => step(ARROWS[key] ?? 'down') },
    { keys: ['Shift+Tab'], label: 'Previous cell', whileTyping: true, run: () => step('previous') },
    { keys: ['Tab'], label: 'Next cell', whileTyping: true, run: () => step('next') },
    { keys: ['Enter'], label: 'Accept, and down', whileTyping: true, run: enter },
    { keys: ['F2'], label: 'Edit the cell', run: () => actions.startTyping() },
    { keys: ['Delete', 'Backspace'], label: 'Clear the cell', run: () => actions.clearCell() },
    { keys: ['Alt+ArrowDown'], label: 'Insert a row below', whileTyping: true, run: () => run('insert') },
    { keys: ['Alt+Backspace', 'Alt+Delete'], label: 'Delete the row', whileTyping: true, run: () => run('delete') },
    { keys: ['Alt+s'], label: 'Split the row here', whileTyping: true, run: () => run('split') },
    { keys: ['Alt+m'], label: 'Merge with the row below', whileTyping: true, run: () => run('merge') },
    {
      keys: ['Escape'],
      label: 'Leave the cell, then the line items',
      whileTyping: true,
      run: () => (desk.typing.peek() === null ? onClose() : actions.cancel()),
    },
    { keys: [EVERY_CHARACTER], label: 'Type into the cell', run: ({ key }) => actions.type(key) },
  ]);
  return { run };
}

/** Where the caret stands in the cell being typed; null when none is. */
function caretOf(desk: Desk): number | null {
  const element = document.activeElement;
  return desk.typing.peek() !== null && element instanceof HTMLTextAreaElement ? element.selectionStart : null;
}
