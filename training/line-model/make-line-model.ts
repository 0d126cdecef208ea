/**
 * `npx node training/line-model/make-line-model.ts --model FILE.onnx --signs FILE.txt --out FILE`: a PP-OCR recognition
 * model (Apache-2.0) in the format of the line reader: folded, without unused characters, with integer weights.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { AttentionStep, Gain, Network, Step } from '#engine/learning';
import { type FoldedConv, foldConvolutions, foldGains, foldProducts, type Layer, takeOver } from './fold-model.ts';
import { keepSigns } from './keep-signs.ts';
import { ModelFile } from './model-file.ts';
import { readOnnx } from './read-onnx.ts';

const USAGE = 'usage: npx node training/line-model/make-line-model.ts --model FILE.onnx --signs FILE.txt --out FILE';
const HEADS = 8;

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new RangeError(`the model has no ${what}: it is of another shape`);
  return value;
}

/** Steps of the backbone; two full convolutions between depthwise and pointwise convolution weight the channels. */
function stepsOf(file: ModelFile, convs: readonly FoldedConv[]): { steps: Step[]; used: number; last: FoldedConv } {
  const steps: Step[] = [];
  let at = 1;
  // The first convolution has no activation, so nothing remains to be folded.
  let before = { factor: 1, offset: 0 };
  let last = must(convs[0], 'convolution');
  for (let look = convs[at]; look?.isDepthwise; look = convs[at]) {
    const next = must(convs[at + 1], 'mixing layer');
    const weighs =
      next.layer.rows < next.layer.width &&
      convs[at + 2]?.layer.width === next.layer.rows &&
      convs[at + 2]?.layer.rows === look.layer.rows;
    const mix = must(convs[at + (weighs ? 3 : 1)], 'mixing layer');
    const up = convs[at + 2];
    const shift = mix.offset / mix.factor;
    steps.push({
      look: file.looking(scaled(look.layer, before.factor), look.strides),
      ...(weighs && up && { weigh: file.weighing(next.layer, up.layer, look.factor, look.offset) }),
      mix: file.mixing(weighs ? mix.layer : takeOver(mix.layer, look.factor, look.offset)),
      shift,
    });
    before = mix;
    last = mix;
    at += weighs ? 4 : 2;
  }
  return { steps, used: at, last };
}

/** The padding is 0, so the offset cannot be folded; it is added before. */
function scaled(layer: Layer, factor: number): Layer {
  return { ...layer, weights: layer.weights.map((weight) => weight * factor) };
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { model: { type: 'string' }, signs: { type: 'string' }, out: { type: 'string' } },
  });
  if (values.model === undefined || values.signs === undefined || values.out === undefined) {
    console.error(USAGE);
    return 2;
  }
  const graph = readOnnx(await readFile(values.model));
  const convs = foldConvolutions(graph);
  const products = foldProducts(graph);
  const gains = foldGains(graph);
  const file = new ModelFile();
  const stem = must(convs[0], 'convolution').layer;
  const { steps, used, last } = stepsOf(file, convs);
  const conv = (index: number) => must(convs[used + index], 'convolution after the backbone').layer;
  const product = (index: number) => file.mixing(must(products[index], 'matrix product'));
  const gain = (index: number): Gain => file.gain(must(gains[index], 'normalisation'));
  const attention = Array.from(
    { length: (products.length - 1) / 4 },
    (_, step): AttentionStep => ({
      before: gain(2 * step),
      queryKeyValue: product(4 * step),
      project: product(4 * step + 1),
      between: gain(2 * step + 1),
      widen: product(4 * step + 2),
      narrow: product(4 * step + 3),
    }),
  );
  const { signs, layer } = keepSigns(await readFile(values.signs, 'utf8'), must(products.at(-1), 'classifier'));
  const network: Network = {
    signs,
    stem: file.stem(stem),
    steps,
    poolFactor: last.factor,
    reduce: file.mixing(besides(conv(0), 3)),
    enter: file.mixing(conv(1)),
    attention,
    heads: HEADS,
    headSize: conv(1).rows / HEADS,
    last: gain(gains.length - 1),
    leave: file.mixing(conv(2)),
    join: file.mixing(besides(conv(3), 3)),
    feature: file.mixing(conv(4)),
    classify: file.mixing(layer),
  };
  const bytes = file.bytes(network);
  await writeFile(values.out, bytes);
  console.log(`${signs.length} signs, ${bytes.length} bytes in ${values.out}`);
  return 0;
}

/** Reorders [outputs][inputs][side] to [outputs][side][inputs], so that neighbours are contiguous in memory. */
function besides(layer: Layer, side: number): Layer {
  const inputs = layer.width / side;
  const weights = layer.weights.map((_, at) => {
    const within = at % layer.width;
    const [step, input] = [Math.floor(within / inputs), within % inputs];
    return layer.weights[at - within + input * side + step] ?? 0;
  });
  return { ...layer, weights };
}

process.exitCode = await main();
