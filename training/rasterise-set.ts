/**
 * `npx node training/rasterise-set.ts --from DIR --out DIR [--count N] [--seed S]`: renders the one-page PDFs of a
 * generated set as degraded images, each with its ground truth. The same seed gives the same images.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodePng, openPictures } from '#engine/learning';
import type { EngineHost } from '#engine/model';
import { renderPage } from '#engine/render/page';
import { nodeEngineHost } from '../scripts/engine-host.ts';
import { loadCorpus } from '../scripts/score/load-corpus.ts';
import { Random } from './generator/random.ts';
import { drawWear } from './raster/wear.ts';
import { type GreyPicture, wearOut } from './raster/wear-out.ts';

const USAGE = 'usage: npx node training/rasterise-set.ts --from DIR --out DIR [--count N] [--seed S]';

/** Widths in pixels of a till roll and of a sheet, as from scanners and phones. */
const ROLL_PIXELS = [420, 900] as const;
const SHEET_PIXELS = [1000, 1650] as const;
const MAX_PIXELS = 4_000_000;
/** Each index is its own grey. */
const GREYS = Uint8Array.from({ length: 256 * 3 }, (_, index) => Math.floor(index / 3));

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      out: { type: 'string' },
      count: { type: 'string', default: 'Infinity' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (values.from === undefined || values.out === undefined || Number.isNaN(Number(values.count))) {
    console.error(USAGE);
    return 2;
  }
  const host = nodeEngineHost();
  const corpus = await loadCorpus(values.from);
  await mkdir(values.out, { recursive: true });
  let made = 0;
  for (const { file, truth } of corpus.documents) {
    if (made >= Number(values.count)) break;
    const own: { readonly pages?: number } = JSON.parse(await readFile(truthFile(values.from, truth.id), 'utf8'));
    if (own.pages !== 1) continue;
    const random = new Random(`raster ${values.seed} ${truth.id}`);
    const receipt = truth.doc_type === 'receipt';
    const [narrowest, widest] = receipt ? ROLL_PIXELS : SHEET_PIXELS;
    const width = random.int(narrowest, widest);
    const drawn = await renderPage(await readFile(file), 1, { maxPixels: MAX_PIXELS, width }, host);
    if (!drawn.ok) throw new Error(`${truth.id}: ${drawn.error.message}`);
    const wear = drawWear(random.pick(receipt ? ['thermal', 'photo', 'scan'] : ['scan', 'scan', 'photo']), random);
    const picture = wearOut(await greysOf(drawn.png, host), wear, random);
    const name = `${truth.id}.png`;
    await writeFile(join(values.out, name), await encodePng({ ...picture, samples: picture.pixels, palette: GREYS }));
    const { words: _, ...kept } = Object.assign({ words: undefined }, own);
    await writeFile(truthFile(values.out, truth.id), JSON.stringify({ ...kept, file: name, media_type: 'image/png' }));
    made += 1;
  }
  console.log(`${made} pictures in ${values.out}`);
  return 0;
}

async function greysOf(png: Uint8Array, host: EngineHost): Promise<GreyPicture> {
  const opened = openPictures(png, 'image/png');
  const decoded = opened.ok ? await opened.file.decode(0, { channels: 1, maxPixels: MAX_PIXELS }, host) : opened;
  if (!decoded.ok) throw new Error(decoded.error.message);
  return decoded.picture;
}

function truthFile(folder: string, id: string): string {
  return join(folder, `${id}.truth.json`);
}

process.exitCode = await main();
