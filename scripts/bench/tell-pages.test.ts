import { expect, test } from 'vitest';
import type { PageFigures } from './measure-pages.ts';
import { sectionOf, withSection } from './report-sections.ts';
import { judgePages, PAGES_HEADING, tellPages } from './tell-pages.ts';

const figures: PageFigures = {
  kinds: [
    { kind: 'digital page', p50: 6, p95: 7, yardstick: { name: 'unpdf, text alone', p50: 2 } },
    { kind: 'recognised page, 150 dpi', p50: 900, p95: 950, yardstick: { name: 'native tesseract', p50: 300 } },
  ],
  recogniserStart: 100,
  lineReaderStart: 15,
  longestBlock: 251,
  heapBytes: 60 * 1024 * 1024,
  residentBytes: 200 * 1024 * 1024,
};

test('what is over its limit is missed, what is at it is met', () => {
  const verdicts = judgePages(figures).map(({ what, met }) => [what.split(',')[0], met]);
  expect(verdicts).toEqual([
    ['digital page', true],
    ['recognised page', false],
    ['event loop', false],
    ['start of the line reader', true],
    ['memory of the compiled modules', true],
  ]);
});

test('a yardstick that is not installed is said, and judges nothing', () => {
  const kinds = [{ kind: 'recognised page', p50: 1, p95: 1, yardstick: { name: 'native tesseract', p50: undefined } }];
  expect(judgePages({ ...figures, kinds }).some(({ what }) => what.startsWith('recognised'))).toBe(false);
  expect(tellPages({ ...figures, kinds }, '2026-01-01').join('\n')).toContain(
    '| native tesseract | not installed |  |',
  );
});

test('the section takes the place of the old one and leaves the others', () => {
  const report = '# Performance\n\n## Pages by kind\n\nold\n\n## Routes\n\nkept\n';
  const written = withSection(report, tellPages(figures, '2026-01-01'));
  expect(written).toMatch(/^# Performance\n\n## Pages by kind\n[\s\S]*\n\n## Routes\n\nkept\n$/);
  expect(written).not.toContain('old');
  expect(withSection(written, sectionOf(written, PAGES_HEADING))).toBe(written);
  expect(withSection('# Performance\n', sectionOf(written, PAGES_HEADING))).toContain('| digital page |');
});
