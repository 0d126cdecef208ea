import { describe, expect, test } from 'vitest';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import { drawing } from '../../testing/drawing.ts';
import { drawnPage } from '../../testing/pictures.ts';
import { readPictures } from '../image/read-pictures.ts';
import { isUnreadable, READABLE_PRINT, readabilityOf } from './scout-print.ts';

const line = (text: string, certainty: number) => [...text].map((sign) => ({ text: sign, certainty, place: 0 }));

describe('readability', () => {
  test('of certain lines is high, of lines in which nothing was seen none', () => {
    expect(readabilityOf([line('Total', 0.9), line('Date', 0.96)])).toBeGreaterThan(READABLE_PRINT);
    expect(readabilityOf([[], [], line('Total', 0.9)])).toBeCloseTo(0.3);
    expect(isUnreadable(readabilityOf([[], []]))).toBe(true);
    expect(isUnreadable(readabilityOf([]))).toBe(true);
  });

  test('is not raised by single strokes that look like letters', () => {
    expect(isUnreadable(readabilityOf([line('1', 1), line('l', 0.99), line('L1', 0.97)]))).toBe(true);
  });

  test('that is not known condemns no page', () => {
    expect(isUnreadable(undefined)).toBe(false);
  });
});

describe('a picture without Latin print', () => {
  const host = nodeEngineHost();

  test.each(['curves', 'signs'] as const)('of %s holds no readable text', async (kind) => {
    const outcome = await readPictures(await drawnPage(host, drawing(kind)), 'image/png', host);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'empty' } });
  });

  test('is not what a page with a single line of print is', async () => {
    const some = drawing('curves').split(' S ').slice(0, 20).join(' S ');
    const content = `${some} S BT /F1 16 Tf 60 20 Td (Invoice total 118.40 EUR) Tj ET`;
    const png = await drawnPage(host, content);
    const outcome = await readPictures(png, 'image/png', host);
    const words = outcome.ok ? outcome.document.pages.flatMap((page) => page.words.map(({ text }) => text)) : [];
    expect(words).toContain('118.40');
  });
});
