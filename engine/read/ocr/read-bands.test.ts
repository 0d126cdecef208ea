import { expect, test } from 'vitest';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import type { Picture } from '../image/picture.ts';
import { type Attempt, readBands } from './read-bands.ts';
import type { RecognisedWord, Recogniser } from './recogniser.ts';

const blank = (grey: number): Picture => ({
  width: 200,
  height: 100,
  channels: 1,
  pixels: new Uint8Array(20_000).fill(grey),
});

/** Reads another text in the untouched picture (grey 200) than in the one without rules (grey 250). */
const recogniserOf = (untouched: string, erased: string): Recogniser => ({
  recognise: (pixels): readonly RecognisedWord[] => [
    { text: pixels[0] === 200 ? untouched : erased, box: [0, 0, 100, 20], confidence: 0.9, line: 0 },
  ],
});

async function textOf(recogniser: Recogniser): Promise<string | undefined> {
  const attempt: Attempt = {
    picture: blank(200),
    text: () => erased,
    orientation: 1,
    shape: { letterHeight: 30, slope: 0 },
    marks: [],
    sideways: false,
    bands: [],
  };
  const read = await readBands(attempt, [{ a0: 0, b0: 0, a1: 200, b1: 100 }], recogniser, nodeEngineHost());
  return read.bands[0]?.words[0]?.text;
}

const erased = blank(250);

test('a zone whose fillers went with the rules is read from the untouched picture', async () => {
  expect(await textOf(recogniserOf('P<CANMARTIN<<SARAH<<<<', 'PC<CANMART'))).toBe('P<CANMARTIN<<SARAH<<<<');
});

test('rows without fillers are read without the rules', async () => {
  expect(await textOf(recogniserOf('|Total|', 'Total'))).toBe('Total');
});
