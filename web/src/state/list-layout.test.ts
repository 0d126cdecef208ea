import { describe, expect, it } from 'vitest';
import { DEFAULT_LAYOUT, readLayout, withColumn } from './list-layout.ts';

describe('the layout of the list', () => {
  it.each([null, '', '{', '[]', '"x"', '7'])('falls back to the default for %j', (stored) => {
    expect(readLayout(stored)).toEqual(DEFAULT_LAYOUT);
  });

  it('keeps known columns in their order', () =>
    expect(readLayout(JSON.stringify({ columns: ['total', 'size', 'status'], density: 'compact' }))).toEqual({
      columns: ['status', 'total'],
      density: 'compact',
    }));

  it('shows and hides a column in its place', () => {
    expect(withColumn(['status', 'total'], 'number', true)).toEqual(['status', 'number', 'total']);
    expect(withColumn(['status', 'total'], 'status', false)).toEqual(['total']);
  });
});
