import { expect, test } from 'vitest';
import { drawWords } from './words-image.ts';

const page = { page: 1, width: 595, height: 842, unit: 'pt' as const, source: 'text-layer' as const };

test('each word is placed in its box and has its width', () => {
  const svg = drawWords(page, [{ text: 'Total', box: [40, 100, 64.5, 109.7] }]);
  expect(svg).toContain('viewBox="0 0 595 842"');
  expect(svg).toContain('<text x="40" y="107.60" font-size="10.00" textLength="24.50"');
  expect(svg).toContain('>Total</text>');
});

test('text from the document cannot become markup or break the image', () => {
  const svg = drawWords(page, [{ text: '<script>"&\u0000\ud800', box: [0, 0, 10, 10] }]);
  expect(svg).toContain('>&lt;script&gt;&quot;&amp;\ufffd</text>');
});
