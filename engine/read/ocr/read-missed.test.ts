import { describe, expect, it } from 'vitest';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import { drawnPage } from '../../testing/pictures.ts';
import { openPictures } from '../image/decode-picture.ts';
import { MAX_OCR_PIXELS } from '../limits.ts';
import { findMarks } from './find-marks.ts';
import { judgeShape } from './page-shape.ts';
import { readMissed } from './read-missed.ts';
import { documentBudget } from './reading-budget.ts';
import { findTextRuns, onPageOf } from './text-runs.ts';

const host = nodeEngineHost();
const CONTENT = 'BT /F1 14 Tf 60 300 Td (Total 136.95 EUR) Tj ET';

async function page() {
  const opened = openPictures(await drawnPage(host, CONTENT), 'image/png');
  if (!opened.ok) throw new Error(opened.error.message);
  const decoded = await opened.file.decode(0, { channels: 1, maxPixels: MAX_OCR_PIXELS }, host);
  if (!decoded.ok) throw new Error(decoded.error.message);
  const { picture } = decoded;
  const marks = await findMarks(picture, host);
  const shape = judgeShape(marks, picture.width, picture.height);
  if (shape === undefined) throw new Error('the page has letters');
  const runs = findTextRuns(marks, shape);
  const [run] = runs;
  if (run === undefined) throw new Error('the page has a line');
  const band = { a0: 0, b0: 0, a1: picture.width, b1: picture.height };
  const box = [run.box.a0, run.box.b0, run.box.a1, run.box.b1] as const;
  const word = (text: string, confidence: number) => ({ text, box, confidence, line: 0 });
  const bandOf = (...words: ReturnType<typeof word>[]) => [{ band, words, hopeless: false }];
  return { picture, runs, run, word, bandOf };
}

describe('runs of letters that the recogniser missed', () => {
  it('are read where they stand', async () => {
    const { picture, runs, run, bandOf } = await page();
    const { words } = await readMissed(bandOf(), runs, picture, { ...documentBudget(), columns: 20_000 }, host);
    expect(words.map(({ text }) => text)).toEqual(['Total', '136.95', 'EUR']);
    const [first, second] = words;
    expect(first?.box[0]).toBeCloseTo(onPageOf(run.words[0] ?? run.box, run).a0, 0);
    expect(second?.box[0]).toBeGreaterThanOrEqual(first?.box[2] ?? Infinity);
    expect(words.every(({ agreed }) => agreed === undefined)).toBe(true);
  });

  it('replace what was read there with less certainty', async () => {
    const { picture, runs, word, bandOf } = await page();
    const { bands, words } = await readMissed(
      bandOf(word('Tctal', 0.4)),
      runs,
      picture,
      { ...documentBudget(), columns: 20_000 },
      host,
    );
    expect(bands[0]?.words).toEqual([]);
    expect(words.map(({ text }) => text).join(' ')).toBe('Total 136.95 EUR');
  });

  it('are left as they are where the recogniser was certain', async () => {
    const { picture, runs, word, bandOf } = await page();
    const known = bandOf(word('Total', 0.95));
    expect(await readMissed(known, runs, picture, { ...documentBudget(), columns: 20_000 }, host)).toEqual({
      bands: known,
      words: [],
    });
  });

  it('leave words that are certain where they are, and machine-readable zones alone', async () => {
    const { picture, runs, run, word, bandOf } = await page();
    const [first] = run.words;
    if (first === undefined) throw new Error('the line has words');
    const sure = { ...word('Tota1', 0.9), box: [first.a0, first.b0, first.a1, first.b1] as const };
    const { bands, words } = await readMissed(
      bandOf(sure),
      runs,
      picture,
      { ...documentBudget(), columns: 20_000 },
      host,
    );
    expect(bands[0]?.words).toEqual([sure]);
    expect(words.map(({ text }) => text)).toEqual(['136.95', 'EUR']);
    const zone = bandOf(word('P<UTO<<<', 0.3));
    expect(await readMissed(zone, runs, picture, { ...documentBudget(), columns: 20_000 }, host)).toEqual({
      bands: zone,
      words: [],
    });
  });

  it('are not read beyond the budget', async () => {
    const { picture, runs, bandOf } = await page();
    const budget = { ...documentBudget(), columns: 40 };
    expect((await readMissed(bandOf(), runs, picture, budget, host)).words).toEqual([]);
    expect(budget.columns).toBe(40);
  });
});
