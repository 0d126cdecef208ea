import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  clearSelection,
  deselect,
  selectedIds,
  selectTo,
  toggleAll,
  toggled,
  toggleSelected,
  withRange,
} from './selection.ts';

const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
const selected = () => [...selectedIds.value].toSorted();

beforeEach(clearSelection);

describe('the selection', () => {
  it('toggles one, extends from there in both directions, and ends', () => {
    toggleSelected('c');
    selectTo(rows, 'e');
    expect(selected()).toEqual(['c', 'd', 'e']);
    selectTo(rows, 'b');
    expect(selected()).toEqual(['b', 'c', 'd', 'e']);
    toggleSelected('d');
    expect(selected()).toEqual(['b', 'c', 'e']);
    clearSelection();
    expect(selected()).toEqual([]);
  });

  it('takes all loaded rows, then none', () => {
    toggleAll(rows);
    expect(selected()).toHaveLength(5);
    deselect(new Set(['a', 'b']));
    expect(selected()).toEqual(['c', 'd', 'e']);
    toggleAll(rows);
    toggleAll(rows);
    expect(selected()).toEqual([]);
  });

  it('a range from a document that has left the list is its end alone', () => {
    expect([...withRange(new Set(), rows, 'gone', 'b')]).toEqual(['b']);
    expect([...withRange(new Set(['a']), rows, 'a', 'gone')]).toEqual(['a']);
  });

  it('toggling twice changes nothing; ranges hold both ends and everything selected before', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.uniqueArray(id), id, id, (before, from, to) => {
        const set = new Set(before);
        expect(toggled(toggled(set, from), from)).toEqual(set);
        const range = withRange(set, rows, from, to);
        expect([from, to, ...before].every((each) => range.has(each))).toBe(true);
      }),
    );
  });
});
