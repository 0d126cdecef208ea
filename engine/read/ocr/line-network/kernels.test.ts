import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeEngineHost } from '../../../../scripts/engine-host.ts';
import { runBackbone } from './backbone.ts';
import { runEncoder } from './encoder.ts';
import { type ModelParts, openModel } from './model.ts';
import { type Kernels, openKernels } from './open-kernels.ts';
import { Workspace } from './workspace.ts';

let kernels: Kernels;
let model: ModelParts;

beforeAll(async () => {
  const bytes = await readFile(createRequire(import.meta.url).resolve('./kernels.wasm'));
  kernels = await openKernels(await WebAssembly.compile(bytes));
  const { lineReader } = await nodeEngineHost().ocr();
  model = openModel(await lineReader.model());
});

/** Deterministic pseudo-random numbers in [-1, 1]. */
function noise(length: number, seed: number): number[] {
  return Array.from({ length }, (_, at) => Math.sin((at + 1) * 12.9898 + seed));
}

const hardSwish = (value: number) => value * Math.min(1, Math.max(0, value / 6 + 0.5));

/** Distance between addresses; no test needs more space. */
const ROOM = 65_536;
const place = (index: number) => kernels.heapStart + index * ROOM;

function put(address: number, values: readonly number[]): void {
  kernels.reach(address + ROOM);
  kernels.floats().set(values, address / 4);
}

describe('the kernels', () => {
  it('multiply whole numbers exactly, also where places are no multiple of four', () => {
    const [places, depth, outputs] = [7, 12, 8];
    const a = noise(places * depth, 1).map((value) => Math.round(value * 4000));
    const w = noise(outputs * depth, 2).map((value) => Math.round(value * 4000));
    kernels.reach(place(6));
    const whole = new Int16Array(kernels.bytes().buffer);
    whole.set(a, place(0) / 2);
    w.forEach((weight, at) => {
      const [output, input] = [Math.floor(at / depth), at % depth];
      whole[place(1) / 2 + ((input >> 1) * 8 + output) * 2 + (input & 1)] = weight;
    });
    put(place(2), Array(outputs).fill(2 ** -20));
    put(place(3), noise(outputs, 3));
    const bias = noise(outputs, 3);
    kernels.multiply(
      ...[
        place(0),
        depth * 2,
        places,
        depth,
        place(1),
        outputs,
        place(4),
        16,
        outputs * 4,
        place(2),
        0.5,
        place(3),
        1,
        0.25,
      ],
    );
    const out = kernels.floats().subarray(place(4) / 4, place(4) / 4 + places * outputs);
    out.forEach((value, at) => {
      const [row, output] = [Math.floor(at / outputs), at % outputs];
      let sum = 0;
      for (let k = 0; k < depth; k++) sum += (a[row * depth + k] ?? 0) * (w[output * depth + k] ?? 0);
      expect(value).toBeCloseTo(hardSwish(sum * 2 ** -21 + (bias[output] ?? 0)) + 0.25, 4);
    });
  });

  it.each([
    { side: 5, down: 2, across: 1 },
    { side: 3, down: 1, across: 1 },
    { side: 3, down: 1, across: 2 },
  ])('look at each channel by itself: $side × $side, strides $down and $across', ({ side, down, across }) => {
    const [rows, columns, margin] = [6, 10, side >> 1];
    const [inRow, inRows] = [12 + 2 * margin, rows + 2 * margin];
    const [outRows, outColumns] = [Math.ceil(rows / down), Math.ceil(columns / across)];
    const outRow = Math.ceil(outColumns / 4) * 4;
    const input = noise(inRows * inRow * 4, 4);
    const weights = noise(side * side * 4, 5);
    const bias = noise(4, 6);
    put(place(0), input);
    put(place(1), weights);
    put(place(2), bias);
    kernels.reach(place(4));
    kernels.depthwise(
      ...[place(0), inRow * 16, inRows * inRow * 16, 4, side, down, across, outRows, outColumns],
      ...[place(1), place(2), place(3), outRow * 16, outRows * outRow * 16],
    );
    const out = kernels.floats().subarray(place(3) / 4);
    for (let at = 0; at < outRows * outColumns * 4; at++) {
      const [y, x, channel] = [Math.floor(at / 4 / outColumns), Math.floor(at / 4) % outColumns, at % 4];
      let sum = bias[channel] ?? 0;
      for (let tap = 0; tap < side * side; tap++) {
        const from = ((y * down + Math.floor(tap / side)) * inRow + x * across + (tap % side)) * 4 + channel;
        sum += (input[from] ?? 0) * (weights[tap * 4 + channel] ?? 0);
      }
      expect(out[(y * outRow + x) * 4 + channel]).toBeCloseTo(hardSwish(sum), 4);
    }
  });
});

describe('the network', () => {
  it('gives the same scores for the same line, whatever was read before, and keeps no memory of it', () => {
    const space = new Workspace(kernels, model.numbers);
    const read = (width: number) =>
      space.freeAfter(() => {
        const pixels = Uint8Array.from(noise(48 * width, width), (value) => (value > 0 ? 230 : 30));
        const scores = runEncoder(
          runBackbone({ width, height: 48, pixels }, model.network, space),
          model.network,
          space,
        );
        return { steps: scores.steps, values: [...scores.values] };
      });
    const first = read(101);
    const size = kernels.bytes().length;
    read(67);
    expect(read(101)).toEqual(first);
    expect(kernels.bytes().length).toBe(size);
    expect(first.steps).toBe(13);
  });
});
