import type { Mixing, Part } from './model.ts';
import type { Kernels } from './open-kernels.ts';

export const FLOAT = 4;
/** Bytes of four floats, as which channels are kept. */
export const BLOCK = 16;

/** Numbers where they lie: bytes to the first, from place to place and from block of four channels to block. */
export interface Target {
  readonly start: number;
  readonly placeStep: number;
  readonly blockStep: number;
}

/** The kernels' memory: the model's numbers at its bottom, and above them what one line needs, taken and given back as a stack. */
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

  /** The address of so many bytes, which hold what was there before. */
  allocate(bytes: number): number {
    const start = this.#free;
    this.#free += roundUp(bytes, BLOCK);
    this.kernels.reach(this.#free);
    return start;
  }

  /** Gives back what `work` allocates. What it returns may still be read until the next allocation. */
  freeAfter<T>(work: () => T): T {
    const before = this.#free;
    try {
      return work();
    } finally {
      this.#free = before;
    }
  }

  /** Mixes whole numbers, `unit` worth each, of so many places; with a shift, its hard swish plus the shift is written. */
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
