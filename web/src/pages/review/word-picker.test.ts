import { describe, expect, it, vi } from 'vitest';
import type { PageWords } from '#core/contract/result';
import { resultWith } from './result-example.ts';
import { createWordPicker } from './word-picker.ts';

const line = (...texts: readonly string[]): PageWords['words'] =>
  texts.map((text, at) => ({ text, box: [at * 100, 10, at * 100 + 80, 20] }));
const PAGES: Readonly<Record<number, PageWords['words']>> = {
  1: line('Total', '10.00'),
  2: line('Tax', '19.00'),
  3: [],
};
const RESULT = resultWith({
  pages: [1, 2, 3].map((page) => ({ page, width: 600, height: 800, unit: 'pt', source: 'text-layer' })),
});

function picker() {
  const shown: number[] = [];
  const words = (page: number) => Promise.resolve({ page, words: PAGES[page] ?? [] });
  return { shown, ...createWordPicker({ words, result: RESULT }, ({ page }) => shown.push(page)) };
}
const top = { page: 1, box: [0, 0, 0, 0] } as const;

describe('word mode', () => {
  it('makes up for the keys that were pressed while the words were loading', async () => {
    const taken = vi.fn();
    const { start, move, take, on } = picker();
    const started = start(top);
    expect(on.value).toBe(true);
    move('right', true);
    take(taken);
    expect(taken).not.toHaveBeenCalled();
    expect(await started).toBe(true);
    expect(taken).toHaveBeenCalledWith({ value: 'Total 10.00', page: 1, box: [0, 10, 180, 20] });
    expect(on.value).toBe(false);
  });

  it('finds what is typed on another page too; a letter that leads nowhere is not kept', async () => {
    const { start, type, selection, cursor, on, shown } = picker();
    await start(top);
    type('1');
    expect(selection.value?.text).toBe('10.00');
    type('9');
    await vi.waitFor(() => expect(selection.value).toMatchObject({ page: 2, text: '19.00' }));
    expect(shown.at(-1)).toBe(2);
    type('x');
    type('0');
    await vi.waitFor(() => expect(cursor.value?.typed).toBe('190'));
    expect(on.value).toBe(true);
  });

  it('a page without words has no word mode', async () => {
    const { start, on } = picker();
    expect(await start({ ...top, page: 3 })).toBe(false);
    expect(on.value).toBe(false);
  });

  it('a drag takes the words it passes over, and ends the highlight', () => {
    const { drag, drop, selection } = picker();
    drag(1, PAGES[1] ?? [], [10, 15], [150, 15]);
    expect(selection.value?.text).toBe('Total 10.00');
    expect(drop()).toMatchObject({ value: 'Total 10.00', page: 1 });
    expect([selection.value, drop()]).toEqual([null, null]);
  });
});
