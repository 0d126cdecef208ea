import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWords, foldText, queryWords, SEARCH_LIMITS, wordsOfValues } from './search-words.ts';

/** Would a search for `query` find a document with this text in its pages? */
function finds(text: string, query: string): boolean {
  const words = new Set<string>();
  addWords(words, text, SEARCH_LIMITS.textWords);
  return queryWords(query).every((wanted) => [...words].some((word) => word.startsWith(wanted)));
}

describe('the words of a search', () => {
  it.each([
    ['Straße in München', 'STRASSE munch'],
    ['Smørrebrød Łódź', 'smorrebrod lodz'],
    ['ΟΔΟΣ Αθηνών', 'οδος αθήνων'],
    ['Total 1,234.56 EUR', '1,234.56'],
    ['Rechnung RE-100777', 're-100777'],
    ['東京都発票', '京都'],
    ['東京都発票', '票'],
    ['ใบกำกับภาษี', 'กำกับ'],
    ['فاتورة ضريبية', 'ضريبية'],
    ['청구서 번호', '청구'],
    ['ﬁnance ①', 'finance 1'],
  ])('find %j by %j', (text, query) => expect(finds(text, query)).toBe(true));

  it('do not find what is not there', () =>
    expect([finds('東京都', '京東'), finds('invoice', 'voice'), finds('a b', 'a c')]).toEqual([false, false, false]));

  it('every text finds itself, however it is written, and words are letters and digits within their bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(finds(text, text)).toBe(true);
        expect(foldText(foldText(text))).toBe(foldText(text));
        const words = queryWords(text);
        expect(words.length).toBeLessThanOrEqual(SEARCH_LIMITS.queryWords);
        for (const word of words)
          expect([word.length <= SEARCH_LIMITS.word, /^[\p{L}\p{N}]+$/u.test(word)]).toEqual([true, true]);
      }),
    );
  });
});

describe('names', () => {
  const words = new Set(wordsOfValues({ name: 'Jahresbericht_RE-100777.pdf', externalId: 'X-9' }, null));
  const found = (query: string) =>
    queryWords(query).every((wanted) => [...words].some((word) => word.startsWith(wanted)));
  it.each(['bericht', '0777', 'pdf', 'x-9', 'jahresbericht re'])('are found by a part: %s', (query) =>
    expect(found(query)).toBe(true),
  );
  it('are bounded', () =>
    expect(wordsOfValues({ name: 'ab'.repeat(10_000), externalId: null }, null).length).toBeLessThanOrEqual(255));
});
