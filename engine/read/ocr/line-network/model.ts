/** A layer that mixes channels: weights of 16 bits, packed as the kernel `multiply` takes them. */
export interface Mixing {
  /** A multiple of 8, as `outputs`; what is beyond the real ones is 0. */
  readonly inputs: number;
  readonly outputs: number;
  /** The largest magnitude of an input, so that no sum of products leaves 32 bits. */
  readonly inputTop: number;
  readonly weights: Part;
  /** What one step of a weight is worth, for each output. */
  readonly scales: Part;
  readonly biases: Part;
}

/** A layer that looks at each channel by itself: `side` × `side` weights. */
export interface Looking {
  readonly channels: number;
  readonly side: number;
  /** Strides. */
  readonly down: number;
  readonly across: number;
  readonly weights: Part;
  readonly biases: Part;
}

/** Channels weighed by their means (squeeze and excitation; Hu et al., 2018). */
export interface Weighing {
  readonly middle: number;
  readonly down: Part;
  readonly downBiases: Part;
  readonly up: Part;
  readonly upBiases: Part;
  /** What is weighed is value · factor + offset. */
  readonly factor: number;
  readonly offset: number;
}

export interface Step {
  readonly look: Looking;
  readonly weigh?: Weighing;
  readonly mix: Mixing;
  /** Added to what comes out. */
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

/** Elements of the data, from its first byte on. */
export interface Part {
  readonly start: number;
  readonly length: number;
}

/** PP-OCR's recognition network (SVTR-LCNet), folded: normalisations and factors are part of the weights. */
export interface Network {
  /** Signs of class 1 onwards; class 0 is "no letter". */
  readonly signs: readonly string[];
  readonly stem: { readonly weights: Part; readonly biases: Part };
  readonly steps: readonly Step[];
  /** By which the means of what the steps give are multiplied. */
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

/** Where the description ends and the numbers begin, the next multiple of this. */
const ALIGNMENT = 16;

/** The file of a model: four bytes with the length of its description (JSON), the description, the numbers. */
export interface ModelParts {
  readonly network: Network;
  readonly numbers: Uint8Array;
}

/** Opens what `training/line-model` writes. Throws `SyntaxError` or `RangeError` for what is no such file. */
export function openModel(file: Uint8Array): ModelParts {
  const length = new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(0, true);
  const network: Network = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + length)));
  return { network, numbers: file.subarray(Math.ceil((4 + length) / ALIGNMENT) * ALIGNMENT) };
}
