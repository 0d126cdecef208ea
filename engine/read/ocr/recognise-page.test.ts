import { describe, expect, it } from 'vitest';
import { boxOnPage, pageInfo } from '#engine/extraction/turn-back';
import type { ReadPage } from '#engine/model';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import { drawnPage, SCALE } from '../../testing/pictures.ts';
import { readDocument } from '../index.ts';

const host = nodeEngineHost();

const LINES = [
  'Harbour Street 12, Springfield',
  'Invoice number 4711 of 2 May 2024',
  'Paper and envelopes 118.40',
  'Total 136.95 EUR',
];
const CONTENT = LINES.map((line, index) => `BT /F1 14 Tf 60 ${330 - 40 * index} Td (${line}) Tj ET`).join('\n');

async function readPage(content: string, entries = ''): Promise<ReadPage> {
  const outcome = await readDocument(await drawnPage(host, content, entries), host);
  const page = outcome.ok ? outcome.document.pages[0] : undefined;
  if (page === undefined) throw new Error('the picture was not read');
  return page;
}

function textOf(page: ReadPage): string {
  return page.words.map(({ text }) => text).join(' ');
}

function boxOf(page: ReadPage, text: string): readonly number[] {
  const word = page.words.find((candidate) => candidate.text === text);
  if (word === undefined) throw new Error(`no "${text}" in: ${textOf(page)}`);
  return boxOnPage(word.box, page);
}

describe('recognising a page', () => {
  it('gives the words in reading order, where they stand, with a certainty', async () => {
    const page = await readPage(CONTENT);
    expect(textOf(page)).toBe(LINES.join(' '));
    expect(page).toMatchObject({ source: 'ocr', unit: 'px', page: 1 });
    const [x0, y0, , y1] = boxOf(page, '136.95');
    // "Total " is about 38 points wide; the baseline lies at 210 points from the bottom.
    expect(x0).toBeGreaterThan(90 * SCALE);
    expect(x0).toBeLessThan(105 * SCALE);
    expect(y1).toBeCloseTo(190 * SCALE, -1.2);
    expect(y0).toBeGreaterThan(175 * SCALE);
    expect(page.words.every(({ confidence }) => confidence !== undefined && confidence > 0.5 && confidence <= 1)).toBe(
      true,
    );
  });

  it('gives all words of a line one top and one bottom, so that a dash shares the line of its neighbours', async () => {
    const page = await readPage(
      'BT /F1 14 Tf 60 300 Td (Net - 100.00 EUR) Tj ET BT /F1 14 Tf 60 250 Td (Payable within 30 days) Tj ET',
    );
    const line = page.words.filter(({ text }) => ['Net', '-', '100.00', 'EUR'].includes(text));
    expect(new Set(line.map(({ box }) => `${box[1]} ${box[3]}`)).size).toBe(1);
  });

  it('reads a tilted page level and gives boxes on the page as it lies', async () => {
    const [cos, sin] = [Math.cos(-0.05), Math.sin(-0.05)];
    const page = await readPage(`${cos} ${sin} ${-sin} ${cos} 0 30 cm ${CONTENT}`);
    expect(textOf(page)).toBe(LINES.join(' '));
    expect(page.tilt?.slope).toBeCloseTo(0.05, 2);
    const [, top] = boxOf(page, 'Invoice');
    const [, lower] = boxOf(page, '2024');
    // About 200 points further right the line has dropped by a twentieth of that.
    expect((lower ?? 0) - (top ?? 0)).toBeGreaterThan(6 * SCALE);
  });

  it.each([
    ['/Rotate 90', 8],
    ['/Rotate 180', 3],
    ['/Rotate 270', 6],
  ])('sets a page with %s upright and keeps its own frame for what leaves the engine', async (entries, orientation) => {
    const page = await readPage(CONTENT, entries);
    expect(textOf(page)).toContain('Total 136.95 EUR');
    expect(page.tilt?.orientation).toBe(orientation);
    const info = pageInfo(page);
    expect(info.width > info.height).toBe(orientation === 3);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = boxOf(page, 'Springfield');
    // The first line is at the left edge, the bottom or the right edge of the rotated page.
    const middle = [(x0 + x1) / 2 / info.width, (y0 + y1) / 2 / info.height];
    const [across = 0, down = 0] = middle;
    if (orientation === 3) expect(down).toBeGreaterThan(0.7);
    else expect(orientation === 8 ? across : 1 - across).toBeGreaterThan(0.7);
  });

  it('finds no words on a blank page and in noise, in bounded time', async () => {
    const blank = await readPage('');
    expect(blank).toMatchObject({ source: 'none', words: [] });
  });
});
