import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLetterCounter } from './count-letters.ts';

const lettersIn = (text: string) => createLetterCounter()(new TextEncoder().encode(text));

test.each([
  ['a string', '(abc) Tj', 3],
  ['nested and escaped parentheses', '(a(b)\\)c) Tj', 4],
  ['a hexadecimal string', '<414243> Tj', 3],
  ['an array of kerned pieces', '[(ab) -20 (c)] TJ', 3],
  ['operators alone', '0 0 m 5 5 l S', 0],
  ['a dictionary', '/P << /MCID 0 >> BDC', 0],
  ['markup', '<template><field>x</field></template>', 0],
])('%s has its letters counted', (_name, text, letters) => {
  expect(lettersIn(text)).toBe(letters);
});

test('pieces of any length are counted as the whole', () => {
  const content = fc.array(fc.constantFrom('(ab) Tj ', '(a(b)\\)) Tj ', '<4142> Tj ', '0 g '), { maxLength: 30 });
  fc.assert(
    fc.property(content, fc.integer({ min: 1, max: 9 }), (parts, size) => {
      const text = parts.join('');
      const count = createLetterCounter();
      let letters = 0;
      for (let at = 0; at < text.length; at += size) {
        letters = count(new TextEncoder().encode(text.slice(at, at + size)));
      }
      expect(letters).toBe(lettersIn(text));
    }),
  );
});
