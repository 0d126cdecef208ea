import type { BoxValue } from '../../candidates/form-values.ts';
import type { PageLayout } from '../../layout/lines.ts';
import type { Word } from '../../model.ts';

const TAXPAYER_NUMBER = /^(?:\d{2}-\d{7}|[\dX*]{3}-[\dX*]{2}-\d{4}|[X*]{3}-[X*]{2}-[X*]{4}|\d{5}-\d{4})$/i;

/**
 * Finds the taxpayer numbers of an information return by position, if their captions were not recognised: both are on
 * one line, the payer's on the left.
 */
export function numbersBeside(layout: PageLayout, claimed: ReadonlySet<Word>): [string, BoxValue][] {
  for (const { segments } of layout.lines) {
    const numbers = segments.flatMap(({ words }) => words.filter(({ text }) => TAXPAYER_NUMBER.test(text)));
    const [payer, recipient] = numbers;
    // A postal code can look like a misread number; an employer's number cannot.
    if (payer === undefined || recipient === undefined || numbers.length !== 2) continue;
    if (!/^\d{2}-\d{7}$/.test(payer.text)) continue;
    const found: [string, Word][] = [
      ['payer_tin', payer],
      ['recipient_tin', recipient],
    ];
    return found
      .filter(([, word]) => !claimed.has(word))
      .map(([name, word]) => [name, { value: word.text, words: [word] }]);
  }
  return [];
}
