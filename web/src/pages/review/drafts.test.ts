import { describe, expect, it } from 'vitest';
import type { Correction } from './corrections.ts';
import { loadDraft, saveDraft } from './drafts.ts';

const CORRECTION: Correction = { id: 1, label: 'Total', body: { fields: { total_amount: { value: '1' } } } };

describe('drafts', () => {
  const memory = () => {
    const kept = new Map<string, string>();
    return {
      kept,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };
  const draft = { version: 3, corrections: [CORRECTION], typing: null };

  it('come back for the same person and document only, and are removed once empty', () => {
    const storage = memory();
    expect(saveDraft(() => storage, 'me', 'doc', draft)).toBe(true);
    expect(loadDraft(() => storage, 'me', 'doc')).toEqual(draft);
    expect(loadDraft(() => storage, 'you', 'doc')).toBe(null);
    saveDraft(() => storage, 'me', 'doc', { ...draft, corrections: [] });
    expect(storage.kept.size).toBe(0);
  });

  it('storage that throws loses the draft, not the work', () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(saveDraft(full, 'me', 'doc', draft)).toBe(false);
    expect(loadDraft(full, 'me', 'doc')).toBe(null);
  });

  it('something else under the key is no draft', () => {
    const storage = memory();
    saveDraft(() => storage, 'me', 'doc', draft);
    for (const text of ['{', '7', '{"version":1}']) {
      for (const key of storage.kept.keys()) storage.kept.set(key, text);
      expect(loadDraft(() => storage, 'me', 'doc')).toBe(null);
    }
  });
});
