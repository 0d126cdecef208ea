import type { Blocks } from './backbone.ts';
import type { AttentionStep, Gain, Mixing, Network } from './model.ts';
import { BLOCK, FLOAT, type Workspace } from './workspace.ts';

/** Feature columns pooled into one place. */
const POOLED = 2;
/** A place and its two neighbours. */
const BESIDE = 3;

/** Values per place: [places][width] floats. */
interface Places {
  readonly start: number;
  readonly width: number;
}

/** Logits: [steps][classes]. */
export interface Scores {
  readonly values: Float32Array;
  readonly steps: number;
  readonly classes: number;
}

/**
 * Computes the scores of the letters, left to right, from feature rows. They are valid in the workspace until its next
 * use.
 */
export function runEncoder(blocks: Blocks, network: Network, space: Workspace): Scores {
  const { channels } = blocks;
  const count = Math.floor(blocks.columns / POOLED);
  const encoder = new Encoder(count, space);
  const seen = encoder.pool(blocks, network.poolFactor, channels);
  const entered = encoder.swish(network.enter, encoder.swish(network.reduce, seen));
  for (const step of network.attention) encoder.attend(step, entered, network.heads, network.headSize);
  encoder.normalise(network.last, entered, entered);
  const both = encoder.pool(blocks, network.poolFactor, 2 * channels);
  encoder.copyBeside(encoder.swish(network.leave, entered), both, channels);
  const joined = encoder.swish(network.feature, encoder.swish(network.join, both));
  const { start, width } = encoder.mix(network.classify, joined);
  const first = start / FLOAT;
  return { values: space.kernels.floats().subarray(first, first + count * width), steps: count, classes: width };
}

class Encoder {
  readonly #count: number;
  readonly #space: Workspace;

  constructor(count: number, space: Workspace) {
    this.#count = count;
    this.#space = space;
  }

  /** Means of the features, written to the left part of places `width` wide. */
  pool({ start, rowStep, blockStep, channels }: Blocks, factor: number, width: number): Places {
    const out = this.#allocate(width);
    this.#space.kernels.pool(start, rowStep, blockStep, channels, this.#count, factor, out.start, width * FLOAT);
    return out;
  }

  /** A layer with more inputs than the width of a place also takes its neighbours. */
  mix(layer: Mixing, from: Places): Places {
    const out = this.#allocate(layer.outputs);
    const space = this.#space;
    space.freeAfter(() => {
      const margin = layer.inputs === BESIDE * from.width ? 1 : 0;
      const step = 2 * from.width;
      const bytes = (this.#count + 2 * margin) * step;
      const whole = space.allocate(bytes);
      space.kernels.bytes().fill(0, whole, whole + bytes);
      const numbers = this.#count * from.width;
      const unit = space.kernels.quantise(
        ...[from.start, 0, 0, BLOCK / FLOAT, 1, numbers / (BLOCK / FLOAT), whole + margin * step, layer.inputTop],
      );
      const to = { start: out.start, placeStep: out.width * FLOAT, blockStep: BLOCK };
      space.multiply(layer, whole, step, this.#count, unit, to);
    });
    return out;
  }

  swish(layer: Mixing, from: Places): Places {
    const out = this.mix(layer, from);
    this.#space.kernels.swish(out.start, this.#count * out.width);
    return out;
  }

  normalise({ gains, biases, epsilon }: Gain, from: Places, out: Places): void {
    const space = this.#space;
    space.kernels.normalise(
      ...[from.start, this.#count, from.width, space.at(gains), space.at(biases), epsilon, out.start],
    );
  }

  /** Adds self-attention between the places to `data`, then the output of the feed-forward layers. */
  attend(step: AttentionStep, data: Places, heads: number, size: number): void {
    const space = this.#space;
    space.freeAfter(() => {
      const normal = this.#allocate(data.width);
      this.normalise(step.before, data, normal);
      const asked = this.mix(step.queryKeyValue, normal);
      const scratch = space.allocate((2 * BLOCK + 1) * FLOAT * (this.#count + BLOCK));
      space.kernels.attend(asked.start, this.#count, heads, size, size ** -0.5, normal.start, scratch);
      this.#add(data, this.mix(step.project, normal));
      this.normalise(step.between, data, normal);
      this.#add(data, this.mix(step.narrow, this.swish(step.widen, normal)));
    });
  }

  copyBeside(from: Places, to: Places, column: number): void {
    const floats = this.#space.kernels.floats();
    for (let place = 0; place < this.#count; place++) {
      const begin = from.start / FLOAT + place * from.width;
      floats.copyWithin(to.start / FLOAT + place * to.width + column, begin, begin + from.width);
    }
  }

  #add(data: Places, more: Places): void {
    this.#space.kernels.add(data.start, more.start, this.#count * data.width);
  }

  #allocate(width: number): Places {
    return { start: this.#space.allocate(this.#count * width * FLOAT), width };
  }
}
