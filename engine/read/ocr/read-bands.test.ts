import { describe, expect, test } from 'vitest';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import type { Picture } from '../image/picture.ts';
import { type Attempt, type ReadBandsOptions, type Reading, readBands } from './read-bands.ts';
import { documentBudget, PAGE_WORK } from './reading-budget.ts';
import type { RecognisedWord, Recogniser } from './recogniser.ts';

const host = nodeEngineHost();

const blank = (grey: number, bands = 1): Picture => ({
  width: 200,
  height: 100 * bands,
  channels: 1,
  pixels: new Uint8Array(20_000 * bands).fill(grey),
});

function pageOf(count: number, picture = blank(200, count), text = picture): Attempt {
  return {
    picture,
    text: () => text,
    orientation: 1,
    shape: { letterHeight: 30, slope: 0 },
    marks: [],
    texture: 0,
    sideways: false,
    bands: Array.from({ length: count }, (_, index) => ({ a0: 0, b0: 100 * index, a1: 200, b1: 100 * (index + 1) })),
  };
}

/** Reads different text in the untouched image (grey 200) than in the one without rules (grey 250). */
const recogniserOf = (untouched: string, erased: string): Recogniser => ({
  recognise: (pixels): readonly RecognisedWord[] => [
    { text: pixels[0] === 200 ? untouched : erased, box: [0, 0, 100, 20], confidence: 0.9, line: 0 },
  ],
});

async function textOf(recogniser: Recogniser): Promise<string | undefined> {
  const read = await readBands(pageOf(1, blank(200), blank(250)), recogniser, documentBudget(), host);
  return read.bands[0]?.words[0]?.text;
}

test('a zone whose fillers went with the rules is read from the untouched picture', async () => {
  expect(await textOf(recogniserOf('P<CANMARTIN<<SARAH<<<<', 'PC<CANMART'))).toBe('P<CANMARTIN<<SARAH<<<<');
});

test('rows without fillers are read without the rules', async () => {
  expect(await textOf(recogniserOf('|Total|', 'Total'))).toBe('Total');
});

describe('the work of a page', () => {
  /** Runs a recogniser with the given confidence per band, and counts its calls. */
  async function readWith(
    certainties: readonly number[],
    { work = PAGE_WORK, letters = 100, ...options }: ReadBandsOptions & { work?: number; letters?: number } = {},
  ): Promise<Reading & { readonly calls: number; readonly left: number }> {
    let calls = 0;
    const recogniser: Recogniser = {
      recognise: (pixels) => {
        const confidence = certainties[Math.min(certainties.length - 1, calls)] ?? 0;
        // The second reading of a band uses a smaller image.
        calls += 1;
        return [{ text: 'x'.repeat(letters), box: [0, 0, 100, 20], confidence, line: pixels.length }];
      },
    };
    const budget = { ...documentBudget(), work };
    const page = pageOf(10);
    const read = await readBands(page, recogniser, budget, host, options);
    return { ...read, calls, left: budget.work };
  }

  test('that suffices is spent on every band, and what is left is told', async () => {
    const read = await readWith([0.95]);
    expect(read.bands).toHaveLength(10);
    expect(read.stopped).toBeUndefined();
    expect(read.left).toBeLessThan(PAGE_WORK);
  });

  test('that runs out leaves the rest unread, at the same band every time', async () => {
    const one = await readWith([0.95], { work: PAGE_WORK / 10 });
    const two = await readWith([0.95], { work: PAGE_WORK / 10 });
    expect(one.stopped).toBe('budget');
    expect(one.bands.length).toBeGreaterThan(0);
    expect(one.bands.length).toBeLessThan(10);
    expect(two.bands).toEqual(one.bands);
  });

  test('goes to the first reading of every band before any second one', async () => {
    const plenty = await readWith([0.6]);
    expect(plenty.calls).toBe(20);
    const first = await readWith([0.95]);
    const scarce = await readWith([0.6], { work: 2.5 * (PAGE_WORK - first.left) });
    expect(scarce.bands).toHaveLength(10);
    expect(scarce.stopped).toBeUndefined();
    expect(scarce.calls).toBeLessThan(20);
  });

  test('ends early on a page that begins with nothing but poor bands, where asked to', async () => {
    expect(await readWith([0.1], { poorAtFirst: 3 })).toMatchObject({ stopped: 'poor', calls: 3 });
    expect((await readWith([0.95, 0.1], { poorAtFirst: 3 })).calls).toBeGreaterThan(3);
  });

  test('is not begun on a band whose specks would take all of it and more', async () => {
    const page = pageOf(1);
    // Every other pixel of every other row is a speck.
    page.picture.pixels.forEach((_, at) => {
      if (at % 2 === 0 && Math.floor(at / 200) % 2 === 0) page.picture.pixels[at] = 0;
    });
    let calls = 0;
    const recogniser: Recogniser = {
      recognise: () => {
        calls += 1;
        return [];
      },
    };
    const read = await readBands(page, recogniser, { ...documentBudget(), work: PAGE_WORK / 4 }, host);
    expect(read).toMatchObject({ stopped: 'budget', bands: [] });
    expect(calls).toBe(0);
  });
});
