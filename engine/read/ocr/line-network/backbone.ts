import type { BandPicture } from '../band-picture.ts';
import type { Network, Part, Step, Weighing } from './model.ts';
import { BLOCK, FLOAT, roundUp, type Workspace } from './workspace.ts';

/** Columns processed together. */
const TOGETHER = 4;

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/**
 * A multi-channel image in blocks of four channels: address of the first value, and strides in bytes between rows and
 * between blocks.
 */
export interface Blocks extends Size {
  readonly channels: number;
  readonly start: number;
  readonly rowStep: number;
  readonly blockStep: number;
}

/** Computes three rows of features from the pixels of a line. They are stored in the workspace. */
export function runBackbone(picture: BandPicture, { stem, steps }: Network, space: Workspace): Blocks {
  let size: Size = { rows: Math.ceil(picture.height / 2), columns: Math.ceil(picture.width / 2) };
  const [mixed, seen, whole] = allocateRegions(size, steps, space);
  let blocks = withMargin(mixed, stem.biases.length, size, steps[0], space);
  runStem(picture, stem, blocks, space);
  steps.forEach((step, index) => {
    size = sizeAfter(step, size);
    const looked = look(step, blocks, seen, size, space);
    if (step.weigh !== undefined) weigh(step.weigh, looked, space);
    blocks = withMargin(mixed, step.mix.outputs, size, steps[index + 1], space);
    mix(step, looked, whole, blocks, space);
  });
  return blocks;
}

function sizeAfter({ look: { down, across } }: Step, { rows, columns }: Size): Size {
  return { rows: Math.ceil(rows / down), columns: Math.ceil(columns / across) };
}

/** All steps share three regions: mixed values with their margins, depthwise output, and quantised integers. */
function allocateRegions(first: Size, steps: readonly Step[], space: Workspace): readonly [number, number, number] {
  let size = first;
  let [mixed, seen, whole] = [0, 0, 0];
  for (const step of steps) {
    const { channels, side } = step.look;
    mixed = Math.max(mixed, channels * (size.rows + side) * (roundUp(size.columns, TOGETHER) + side));
    size = sizeAfter(step, size);
    seen = Math.max(seen, channels * size.rows * roundUp(size.columns, TOGETHER));
    whole = Math.max(whole, step.mix.inputs * size.rows * size.columns);
    mixed = Math.max(mixed, step.mix.outputs * size.rows * roundUp(size.columns, TOGETHER));
  }
  return [space.allocate(FLOAT * mixed), space.allocate(FLOAT * seen), space.allocate(2 * whole)];
}

/** Zeroed blocks at `start` with the margins required by the next step. */
function withMargin(start: number, channels: number, size: Size, next: Step | undefined, space: Workspace): Blocks {
  const margin = (next?.look.side ?? 1) >> 1;
  const rowStep = (roundUp(size.columns, TOGETHER) + 2 * margin) * BLOCK;
  const blockStep = (size.rows + 2 * margin) * rowStep;
  space.kernels.bytes().fill(0, start, start + (channels / TOGETHER) * blockStep);
  return { ...size, channels, start: start + margin * (rowStep + BLOCK), rowStep, blockStep };
}

function runStem({ pixels, width, height }: BandPicture, stem: Network['stem'], out: Blocks, space: Workspace): void {
  space.freeAfter(() => {
    const step = width + 3;
    const input = space.allocate(step * (height + 2) * FLOAT);
    const floats = space.kernels.floats();
    const first = input / FLOAT;
    floats.fill(0, first, first + step * (height + 2));
    for (let y = 0; y < height; y++) {
      const row = first + (y + 1) * step + 1;
      // The network was trained on values in [-1, 1].
      for (let x = 0; x < width; x++) floats[row + x] = (pixels[y * width + x] ?? 0) / 127.5 - 1;
    }
    space.kernels.stem(
      ...[input, step * FLOAT, out.rows, out.columns, space.at(stem.weights), space.at(stem.biases)],
      ...[out.start, out.rowStep, out.blockStep],
    );
  });
}

function look({ look: layer }: Step, from: Blocks, start: number, size: Size, space: Workspace): Blocks {
  const { channels, side, down, across, weights, biases } = layer;
  const rowStep = roundUp(size.columns, TOGETHER) * BLOCK;
  const out = { ...size, channels, start, rowStep, blockStep: size.rows * rowStep };
  const corner = from.start - (side >> 1) * (from.rowStep + BLOCK);
  space.kernels.depthwise(
    ...[corner, from.rowStep, from.blockStep, channels, side, down, across, size.rows, size.columns],
    ...[space.at(weights), space.at(biases), start, rowStep, out.blockStep],
  );
  return out;
}

function weigh(layer: Weighing, blocks: Blocks, space: Workspace): void {
  const { channels, rows, columns, start, rowStep, blockStep } = blocks;
  const { factor, offset } = layer;
  space.freeAfter(() => {
    const [sums, factors, offsets] = [1, 2, 3].map(() => space.allocate(FLOAT * channels));
    if (sums === undefined || factors === undefined || offsets === undefined) return;
    const place = [start, rowStep, blockStep, channels, rows, columns];
    space.kernels.perChannel(...place, 0, 0, sums);
    const floats = space.kernels.floats();
    const means = [...floats.subarray(sums / FLOAT, sums / FLOAT + channels)].map(
      (sum) => (sum / (rows * columns)) * factor + offset,
    );
    const middle = dense(means, layer.down, layer.downBiases, space).map((value) => Math.max(0, value));
    dense(middle, layer.up, layer.upBiases, space).forEach((value, channel) => {
      const gate = Math.min(1, Math.max(0, value / 6 + 0.5));
      floats[factors / FLOAT + channel] = factor * gate;
      floats[offsets / FLOAT + channel] = offset * gate;
    });
    space.kernels.perChannel(...place, factors, offsets, 0);
  });
}

function dense(inputs: readonly number[], weights: Part, biases: Part, space: Workspace): number[] {
  const floats = space.kernels.floats();
  const [first, bias] = [space.at(weights) / FLOAT, space.at(biases) / FLOAT];
  return Array.from({ length: biases.length }, (_, row) =>
    inputs.reduce(
      (sum, value, at) => sum + value * (floats[first + row * inputs.length + at] ?? 0),
      floats[bias + row] ?? 0,
    ),
  );
}

function mix({ mix: layer, shift }: Step, from: Blocks, whole: number, out: Blocks, space: Workspace): void {
  const { start, rowStep, blockStep, channels, rows, columns } = from;
  const unit = space.kernels.quantise(start, rowStep, blockStep, channels, rows, columns, whole, layer.inputTop);
  const step = 2 * layer.inputs;
  for (let row = 0; row < rows; row++) {
    const to = { start: out.start + row * out.rowStep, placeStep: BLOCK, blockStep: out.blockStep };
    space.multiply(layer, whole + row * columns * step, step, columns, unit, to, shift);
  }
}
