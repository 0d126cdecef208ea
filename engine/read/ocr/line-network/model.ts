/** A layer that mixes channels (1 × 1 convolution) with 16-bit weights, packed for the kernel `multiply`. */
export interface Mixing {
  /** A multiple of 8, like `outputs`; padding beyond the real channels is 0. */
  readonly inputs: number;
  readonly outputs: number;
  /** Largest magnitude of an input for which no sum of products overflows 32 bits. */
  readonly inputTop: number;
  readonly weights: Part;
  /** Quantisation step of the weights, per output. */
  readonly scales: Part;
  readonly biases: Part;
}

/** A depthwise layer: `side` × `side` weights per channel. */
export interface Looking {
  readonly channels: number;
  readonly side: number;
  /** Strides. */
  readonly down: number;
  readonly across: number;
  readonly weights: Part;
  readonly biases: Part;
}

/** Channel weighting by means (squeeze and excitation; Hu et al., 2018). */
export interface Weighing {
  readonly middle: number;
  readonly down: Part;
  readonly downBiases: Part;
  readonly up: Part;
  readonly upBiases: Part;
  /** The weighted value is value · factor + offset. */
  readonly factor: number;
  readonly offset: number;
}

export interface Step {
  readonly look: Looking;
  readonly weigh?: Weighing;
  readonly mix: Mixing;
  /** Added to the output. */
  readonly shift: number;
}

export interface Gain {
  readonly gains: Part;
  readonly biases: Part;
  readonly epsilon: number;
}

export interface AttentionStep {
  readonly before: Gain;
  readonly queryKeyValue: Mixing;
  readonly project: Mixing;
  readonly between: Gain;
  readonly widen: Mixing;
  readonly narrow: Mixing;
}

/** A range of elements of the data, counted from its first byte. */
export interface Part {
  readonly start: number;
  readonly length: number;
}

/** PP-OCR's recognition network (SVTR-LCNet), folded: normalisations and factors are merged into the weights. */
export interface Network {
  /** Characters of class 1 onwards; class 0 is "no letter". */
  readonly signs: readonly string[];
  readonly stem: { readonly weights: Part; readonly biases: Part };
  readonly steps: readonly Step[];
  /** Multiplier for the pooled means of the backbone's output. */
  readonly poolFactor: number;
  readonly reduce: Mixing;
  readonly enter: Mixing;
  readonly attention: readonly AttentionStep[];
  readonly heads: number;
  readonly headSize: number;
  readonly last: Gain;
  readonly leave: Mixing;
  readonly join: Mixing;
  readonly feature: Mixing;
  readonly classify: Mixing;
}

/** The numbers start after the description, aligned to this many bytes. */
const ALIGNMENT = 16;

/** A model file: four bytes with the length of its description (JSON), the description, the numbers. */
export interface ModelParts {
  readonly network: Network;
  readonly numbers: Uint8Array;
}

/** Opens a file written by `training/line-model`. Throws `SyntaxError` or `RangeError` for an invalid file. */
export function openModel(file: Uint8Array): ModelParts {
  const length = new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(0, true);
  const network: Network = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + length)));
  return { network, numbers: file.subarray(Math.ceil((4 + length) / ALIGNMENT) * ALIGNMENT) };
}
