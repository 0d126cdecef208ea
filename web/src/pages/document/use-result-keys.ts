import { useEffect, useState } from 'preact/hooks';
import { copyText } from '../../state/copy-text.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { showToast } from '../../state/toasts.ts';
import type { Lighting } from './lighting.ts';
import { type Direction, nextToReview, stepFrom, type ValueSpot } from './value-spots.ts';

export const RESULT_TABS = ['fields', 'lines', 'tables', 'checks', 'json'] as const;

export type ResultTab = (typeof RESULT_TABS)[number];

/**
 * Moves the focus from value to value; the tab follows the value.
 *
 * @param brokenChecks how many checks of the document do not hold; they are the next thing to look at after the values
 */
export function useResultKeys(spots: readonly ValueSpot[], lighting: Lighting, brokenChecks: number) {
  const [tab, setTab] = useState<ResultTab>('fields');
  const [wanted, setWanted] = useState<{ readonly key: string } | null>(null);

  const choose = (key: string) => {
    const spot = spots.find((each) => each.key === key);
    if (!spot) return;
    setTab(spot.place.kind === 'field' ? 'fields' : 'lines');
    lighting.hovered.value = null;
    lighting.focused.value = key;
    setWanted({ key });
  };
  // After the tab is on the screen.
  useEffect(() => {
    if (wanted === null) return;
    const target = document.querySelector<HTMLElement>(`[data-spot="${CSS.escape(wanted.key)}"]`);
    target?.focus({ preventScroll: true });
    // First what opened below the value; where both do not fit, the value itself stays in view.
    target?.closest('li')?.scrollIntoView({ block: 'nearest' });
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [wanted]);

  const step = (direction: Direction) => {
    // A tab opened by hand starts at its own first value.
    const shown = spots.filter(({ place }) => place.kind === (tab === 'lines' ? 'line' : 'field'));
    const focused = lighting.focused.peek();
    const inTab = shown.some(({ key }) => key === focused);
    const next = inTab ? stepFrom(spots, focused, direction) : (shown[0] ?? spots[0] ?? null);
    if (next) choose(next.key);
  };
  const review = (by: 1 | -1) => {
    const next = nextToReview(spots, lighting.focused.peek(), by);
    if (next) choose(next.key);
    else if (brokenChecks > 0) setTab('checks');
    else showToast('Nothing needs review.');
  };
  // A grid, the checks and the JSON scroll by these keys; the letters lead back to the values from everywhere.
  const arrowsStep = ({ key }: KeyboardEvent) => tab === 'fields' || tab === 'lines' || !key.startsWith('Arrow');
  const copyFocused = async () => {
    const spot = spots.find(({ key }) => key === lighting.focused.peek());
    if (spot && (await copyText(spot.field.value))) showToast(`${spot.label} copied.`);
  };
  useShortcuts([
    { keys: ['n'], label: 'Next value that needs review', run: () => review(1) },
    { keys: ['p'], label: 'Previous value that needs review', run: () => review(-1) },
    { keys: ['ArrowDown', 'j'], label: 'Next value', run: () => step('down'), when: arrowsStep },
    { keys: ['ArrowUp', 'k'], label: 'Previous value', run: () => step('up'), when: arrowsStep },
    {
      keys: ['ArrowLeft', 'ArrowRight'],
      label: 'Along a line item',
      run: ({ key }) => step(key === 'ArrowLeft' ? 'left' : 'right'),
      when: arrowsStep,
    },
    { keys: ['c'], label: 'Copy the value', run: () => void copyFocused() },
    {
      keys: ['1', '2', '3', '4', '5'],
      label: 'Fields, lines, tables, checks, JSON',
      run: ({ key }) => setTab(RESULT_TABS[Number(key) - 1] ?? 'fields'),
    },
  ]);
  return { tab, setTab, choose };
}
