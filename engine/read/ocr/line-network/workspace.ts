import type { Mixing, Part } from './model.ts';
import type { Kernels } from './open-kernels.ts';

export const FLOAT = 4;
/** Bytes of four floats, the unit in which channels are stored. */
export const BLOCK = 16;

/**
 * Layout of values in memory: address of the first, and strides in bytes between places and between blocks of four
 * channels.
 */
export interface Target {
  readonly start: number;
  readonly placeStep: number;
  readonly blockStep: number;
}

/**
 * The kernels' memory: the model's numbers at the bottom, and above them a stack of allocations for the current line.
 */
export class Workspace {
  readonly kernels: Kernels;
  readonly #numbers: number;
  #free: number;

  constructor(kernels: Kernels, numbers: Uint8Array) {
    this.kernels = kernels;
    this.#numbers = kernels.heapStart;
    this.#free = this.#numbers;
    const start = this.allocate(numbers.length);
    kernels.bytes().set(numbers, start);
  }

  /** The address of a part of the model. */
  at({ start }: Part): number {
    return this.#numbers + start;
  }

  /** Allocates that many bytes without clearing them. */
  allocate(bytes: number): number {
    const start = this.#free;
    this.#free += roundUp(bytes, BLOCK);
    this.kernels.reach(this.#free);
    return start;
  }

  /** Frees everything `work` allocates. Its result stays readable until the next allocation. */
  freeAfter<T>(work: () => T): T {
    const before = this.#free;
    try {
      return work();
    } finally {
      this.#free = before;
    }
  }

  /**
   * Multiplies quantised integers, worth `unit` each, of the given number of places; with a shift, writes their hard
   * swish plus the shift.
   */
  multiply(mix: Mixing, whole: number, step: number, places: number, unit: number, to: Target, shift?: number): void {
    this.kernels.multiply(
      ...[whole, step, places, mix.inputs, this.at(mix.weights), mix.outputs],
      ...[to.start, to.blockStep, to.placeStep, this.at(mix.scales), unit, this.at(mix.biases)],
      ...[shift === undefined ? 0 : 1, shift ?? 0],
    );
  }
}

export function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
