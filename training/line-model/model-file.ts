import type { Gain, Looking, Mixing, Network, Part, Weighing } from '#engine/learning';
import type { FoldedGain, Layer } from './fold-model.ts';

/**
 * Largest magnitudes: with twelve bits for weights and inputs, letter probabilities match floats within a few percent.
 */
const WEIGHT_TOP = 4095;
const INPUT_TOP = 4095;
const SUM_TOP = 2 ** 31 - 1;
const ALIGNMENT = 16;

/** Collects the numbers of a model and returns their offsets. */
export class ModelFile {
  readonly #parts: Uint8Array[] = [];
  #size = 0;

  looking(layer: Layer, [down = 1, across = 1]: readonly number[]): Looking {
    const side = Math.sqrt(layer.width);
    const weights = new Float32Array(layer.weights.length);
    for (let channel = 0; channel < layer.rows; channel++) {
      for (let tap = 0; tap < layer.width; tap++) {
        const block = channel - (channel % 4);
        weights[block * layer.width + tap * 4 + (channel % 4)] = layer.weights[channel * layer.width + tap] ?? 0;
      }
    }
    return {
      channels: layer.rows,
      side,
      down,
      across,
      weights: this.#add(weights),
      biases: this.#floats(layer.biases),
    };
  }

  /** The three input planes are equal, so one is enough. */
  stem(layer: Layer): { weights: Part; biases: Part } {
    const taps = layer.width / 3;
    const weights = new Float32Array(taps * layer.rows);
    layer.weights.forEach((weight, at) => {
      const to = (at % taps) * layer.rows + Math.floor(at / layer.width);
      weights[to] = (weights[to] ?? 0) + weight;
    });
    return { weights: this.#add(weights), biases: this.#floats(layer.biases) };
  }

  mixing({ rows, width, weights, biases }: Layer): Mixing {
    const outputs = Math.ceil(rows / 8) * 8;
    const inputs = Math.ceil(width / 8) * 8;
    const packed = new Int16Array(outputs * inputs);
    const scales = new Float32Array(outputs);
    let largestSum = 1;
    for (let row = 0; row < rows; row++) {
      const own = weights.subarray(row * width, (row + 1) * width);
      const scale = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-20) / WEIGHT_TOP;
      scales[row] = scale;
      let sum = 0;
      own.forEach((weight, input) => {
        const pair = ((row >> 3) * (inputs / 2) + (input >> 1)) * 8 + (row & 7);
        const whole = Math.round(weight / scale);
        packed[2 * pair + (input & 1)] = whole;
        sum += Math.abs(whole);
      });
      largestSum = Math.max(largestSum, sum);
    }
    const wide = new Float32Array(outputs);
    wide.set(biases);
    const inputTop = Math.min(INPUT_TOP, Math.floor(SUM_TOP / largestSum));
    const [weightPart, scalePart, biasPart] = [this.#add(packed), this.#add(scales), this.#add(wide)];
    return { inputs, outputs, inputTop, weights: weightPart, scales: scalePart, biases: biasPart };
  }

  weighing(down: Layer, up: Layer, factor: number, offset: number): Weighing {
    return {
      middle: down.rows,
      down: this.#floats(down.weights),
      downBiases: this.#floats(down.biases),
      up: this.#floats(up.weights),
      upBiases: this.#floats(up.biases),
      factor,
      offset,
    };
  }

  gain({ gains, biases, epsilon }: FoldedGain): Gain {
    return { gains: this.#add(gains), biases: this.#add(biases), epsilon };
  }

  /** The length of the description (four bytes), the description, and the numbers from the next multiple of 16. */
  bytes(network: Network): Uint8Array {
    const description = new TextEncoder().encode(JSON.stringify(network));
    const start = Math.ceil((4 + description.length) / ALIGNMENT) * ALIGNMENT;
    const bytes = new Uint8Array(start + this.#size);
    new DataView(bytes.buffer).setUint32(0, description.length, true);
    bytes.set(description, 4);
    let at = start;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  #floats(values: Float64Array): Part {
    return this.#add(Float32Array.from(values));
  }

  #add(values: Float32Array | Int16Array): Part {
    const bytes = new Uint8Array(Math.ceil(values.byteLength / ALIGNMENT) * ALIGNMENT);
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    this.#parts.push(bytes);
    const start = this.#size;
    this.#size += bytes.length;
    return { start, length: values.length };
  }
}
