import { useEffect, useState } from 'preact/hooks';
import { copyText } from '../../state/copy-text.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { showToast } from '../../state/toasts.ts';
import type { Highlight } from './highlight.ts';
import { type Direction, nextToReview, stepFrom, type ValueSpot } from './value-spots.ts';

export const RESULT_TABS = ['fields', 'lines', 'tables', 'checks', 'json'] as const;

export type ResultTab = (typeof RESULT_TABS)[number];

/**
 * Keyboard navigation between values; the tab follows the focused value.
 *
 * @param failedChecks number of failed checks; reviewed after the values
 */
export function useResultKeys(spots: readonly ValueSpot[], highlight: Highlight, failedChecks: number) {
  const [tab, setTab] = useState<ResultTab>('fields');
  const [wanted, setWanted] = useState<{ readonly key: string } | null>(null);

  const choose = (key: string) => {
    const spot = spots.find((each) => each.key === key);
    if (!spot) return;
    setTab(spot.place.kind === 'field' ? 'fields' : 'lines');
    highlight.hovered.value = null;
    highlight.focused.value = key;
    setWanted({ key });
  };
  // Runs after the tab has rendered.
  useEffect(() => {
    if (wanted === null) return;
    const target = document.querySelector<HTMLElement>(`[data-spot="${CSS.escape(wanted.key)}"]`);
    target?.focus({ preventScroll: true });
    // Show the details below the value; where both do not fit, the value takes precedence.
    target?.closest('li')?.scrollIntoView({ block: 'nearest' });
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [wanted]);

  const step = (direction: Direction) => {
    // After switching tabs by hand, navigation starts at the first value of the tab.
    const shown = spots.filter(({ place }) => place.kind === (tab === 'lines' ? 'line' : 'field'));
    const focused = highlight.focused.peek();
    const inTab = shown.some(({ key }) => key === focused);
    const next = inTab ? stepFrom(spots, focused, direction) : (shown[0] ?? spots[0] ?? null);
    if (next) choose(next.key);
  };
  const review = (by: 1 | -1) => {
    const next = nextToReview(spots, highlight.focused.peek(), by);
    if (next) choose(next.key);
    else if (failedChecks > 0) setTab('checks');
    else showToast('Nothing needs review.');
  };
  // On the other tabs the arrow keys scroll; the letters work everywhere.
  const arrowsStep = ({ key }: KeyboardEvent) => tab === 'fields' || tab === 'lines' || !key.startsWith('Arrow');
  const copyFocused = async () => {
    const spot = spots.find(({ key }) => key === highlight.focused.peek());
    if (spot && (await copyText(spot.field.value))) showToast(`${spot.label} copied.`);
  };
  useShortcuts([
    { keys: ['n'], label: 'Next value that needs review', run: () => review(1) },
    { keys: ['p'], label: 'Previous value that needs review', run: () => review(-1) },
    { keys: ['ArrowDown', 'j'], label: 'Next value', run: () => step('down'), when: arrowsStep },
    { keys: ['ArrowUp', 'k'], label: 'Previous value', run: () => step('up'), when: arrowsStep },
    {
      keys: ['ArrowLeft', 'ArrowRight'],
      label: 'Next or previous cell',
      run: ({ key }) => step(key === 'ArrowLeft' ? 'left' : 'right'),
      when: arrowsStep,
    },
    { keys: ['c'], label: 'Copy value', run: () => void copyFocused() },
    {
      keys: ['1', '2', '3', '4', '5'],
      label: 'Fields, line items, tables, checks, JSON',
      run: ({ key }) => setTab(RESULT_TABS[Number(key) - 1] ?? 'fields'),
    },
  ]);
  return { tab, setTab, choose };
}
