import { useEffect } from 'preact/hooks';
import { CHARACTER } from '../../state/key-chords.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import type { DeskActions } from './desk-actions.ts';
import type { Desk } from './desk-state.ts';

export type ReviewDialog = 'reject' | 'assign' | 'postpone' | 'type';

export interface ReviewKeysOptions {
  readonly desk: Desk;
  readonly actions: DeskActions;
  readonly onApprove: () => void;
  readonly onUndo: () => void;
  readonly onWords: () => void;
  readonly onLines: () => void;
  readonly onDialog: (dialog: ReviewDialog) => void;
}

/** Controls that act on Enter by themselves. */
const OWN_ENTER = 'a, button, summary, [role="gridcell"]';

/** The keys of the review screen; those of word mode and of the line items come before them while these are on. */
export function useReviewKeys(options: ReviewKeysOptions): void {
  const { desk, actions, onApprove, onUndo, onWords, onLines, onDialog } = options;
  const editable = () => actions.activeStop()?.target !== null && desk.active.peek() !== null;
  const digitTakes = ({ key }: KeyboardEvent) => actions.hasChoice(Number(key) - 1);
  useShortcuts([
    {
      keys: ['Shift+Enter'],
      label: 'Accept all doubtful cells of the line items',
      run: actions.acceptCells,
      when: () => actions.doubtfulCells() > 0,
    },
    {
      keys: ['Enter'],
      label: 'Accept, and on to the next stop',
      run: actions.accept,
      when: ({ target }) => !(target instanceof Element && target.closest(OWN_ENTER)),
    },
    {
      keys: ['1', '2', '3', '4'],
      label: 'Take the other value',
      run: ({ key }) => actions.takeChoice(Number(key) - 1),
      when: digitTakes,
    },
    { keys: ['Tab', 'ArrowDown', 'j'], label: 'Next stop', run: () => actions.step(1), when: leavesTab },
    { keys: ['Shift+Tab', 'ArrowUp', 'k'], label: 'Previous stop', run: () => actions.step(-1), when: leavesTab },
    {
      keys: ['e', 'F2', 'Backspace'],
      label: 'Edit the value',
      run: ({ key }) => actions.startTyping(key === 'Backspace' ? '' : undefined),
      when: editable,
    },
    { keys: ['w'], label: 'Pick words of the page', run: onWords, when: editable },
    { keys: ['x'], label: 'Not on the document', run: actions.markAbsent, when: editable },
    {
      keys: ['v'],
      label: 'Show or hide the other values',
      run: () => {
        desk.unfolded.value = !desk.unfolded.peek();
      },
    },
    { keys: ['l'], label: 'Line items', run: onLines },
    { keys: ['Mod+Enter'], label: 'Approve, and open the next document', whileTyping: true, run: onApprove },
    { keys: ['Mod+z'], label: 'Undo, also in the document before', run: onUndo },
    { keys: ['r'], label: 'Reject', run: () => onDialog('reject') },
    { keys: ['a'], label: 'Assign', run: () => onDialog('assign') },
    { keys: ['z'], label: 'Postpone', run: () => onDialog('postpone') },
    { keys: ['t'], label: 'Change the document type', run: () => onDialog('type') },
    { keys: ['Escape'], label: 'Leave the value as it was', whileTyping: true, run: actions.cancel },
    {
      keys: [CHARACTER],
      label: 'Any other character: enter a value',
      run: ({ key }) => actions.type(key),
      when: editable,
    },
  ]);
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const inInput = event.target instanceof Element && event.target.closest('input, textarea, dialog, [role="grid"]');
      const text = event.clipboardData?.getData('text/plain').trim() ?? '';
      if (event.defaultPrevented || inInput || text === '' || !editable()) return;
      event.preventDefault();
      actions.startTyping(text);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, [desk]);
}

/** Tab keeps its own meaning on buttons and links, so that everything can be reached. */
function leavesTab({ key, target }: KeyboardEvent): boolean {
  if (key !== 'Tab') return true;
  return target instanceof Element && (target === document.body || target.closest('[data-stop]') !== null);
}
