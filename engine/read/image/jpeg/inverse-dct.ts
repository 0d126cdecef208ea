/** Writes one block of samples, `size` × `size`, at `offset` of a plane. */
export type InverseDct = (
  coefficients: Int16Array | Int32Array,
  at: number,
  quantisation: Float32Array,
  plane: Uint8ClampedArray,
  offset: number,
  stride: number,
) => void;

const workspace = new Float32Array(64);

/** Scale factors that an 8-point AAN transform leaves to the quantisation table (Arai, Agui, Nakajima 1988). */
const AAN = [1, 1.387039845, 1.306562965, 1.175875602, 1, 0.785694958, 0.5411961, 0.275899379];

/** The table in the form `inverseDct(size)` expects: natural order, the transform's scale factors folded in. */
export function scaledQuantisation(table: Uint16Array, size: number): Float32Array {
  return Float32Array.from(table, (value, index) =>
    size === 8 ? (value * (AAN[index >> 3] ?? 1) * (AAN[index & 7] ?? 1)) / 8 : value,
  );
}

/**
 * Returns the inverse transform that yields `size` samples per side (8, 4, 2 or 1) from an 8 × 8 block. Fewer samples
 * use only the low frequencies, which downscales cleanly while decoding.
 */
export function inverseDct(size: number): InverseDct {
  return size === 8 ? fullSize : reduced(size);
}

function fullSize(
  coefficients: Int16Array | Int32Array,
  at: number,
  quantisation: Float32Array,
  plane: Uint8ClampedArray,
  offset: number,
  stride: number,
): void {
  for (let index = 0; index < 64; index++) {
    workspace[index] = (coefficients[at + index] ?? 0) * (quantisation[index] ?? 0);
  }
  for (let column = 0; column < 8; column++) pass(column, 8);
  for (let row = 0; row < 8; row++) {
    pass(row * 8, 1);
    const to = offset + row * stride;
    for (let column = 0; column < 8; column++) plane[to + column] = (workspace[row * 8 + column] ?? 0) + 128;
  }
}

/** One AAN pass over eight values `step` apart, in place (the flow graph of libjpeg's jidctflt.c). */
function pass(from: number, step: number): void {
  const w = workspace;
  const i1 = from + step;
  const i2 = i1 + step;
  const i3 = i2 + step;
  const i4 = i3 + step;
  const i5 = i4 + step;
  const i6 = i5 + step;
  const i7 = i6 + step;
  const v0 = w[from] ?? 0;
  const v1 = w[i1] ?? 0;
  const v2 = w[i2] ?? 0;
  const v3 = w[i3] ?? 0;
  const v4 = w[i4] ?? 0;
  const v5 = w[i5] ?? 0;
  const v6 = w[i6] ?? 0;
  const v7 = w[i7] ?? 0;
  if (v1 === 0 && v2 === 0 && v3 === 0 && v4 === 0 && v5 === 0 && v6 === 0 && v7 === 0) {
    w[i1] = w[i2] = w[i3] = w[i4] = w[i5] = w[i6] = w[i7] = v0;
    return;
  }
  const sum04 = v0 + v4;
  const difference04 = v0 - v4;
  const sum26 = v2 + v6;
  const difference26 = (v2 - v6) * Math.SQRT2 - sum26;
  const even0 = sum04 + sum26;
  const even3 = sum04 - sum26;
  const even1 = difference04 + difference26;
  const even2 = difference04 - difference26;
  const z13 = v5 + v3;
  const z10 = v5 - v3;
  const z11 = v1 + v7;
  const z12 = v1 - v7;
  const odd7 = z11 + z13;
  const z5 = (z10 + z12) * 1.847759065;
  const odd6 = z5 - z10 * 2.61312593 - odd7;
  const odd5 = (z11 - z13) * Math.SQRT2 - odd6;
  const odd4 = z5 - z12 * 1.0823922 - odd5;
  w[from] = even0 + odd7;
  w[i7] = even0 - odd7;
  w[i1] = even1 + odd6;
  w[i6] = even1 - odd6;
  w[i2] = even2 + odd5;
  w[i5] = even2 - odd5;
  w[i3] = even3 + odd4;
  w[i4] = even3 - odd4;
}

function reduced(size: number): InverseDct {
  // basis[k][i]: weight of frequency k in sample i; both transforms are orthonormal, which preserves the mean.
  const basis = new Float32Array(size * size);
  for (let k = 0; k < size; k++) {
    for (let i = 0; i < size; i++) {
      const norm = k === 0 ? Math.SQRT1_2 : 1;
      basis[k * size + i] = (norm * Math.cos(((2 * i + 1) * k * Math.PI) / (2 * size))) / 2;
    }
  }
  return (coefficients, at, quantisation, plane, offset, stride) => {
    for (let row = 0; row < size; row++) {
      for (let i = 0; i < size; i++) {
        let sum = 0;
        for (let k = 0; k < size; k++) {
          const index = row * 8 + k;
          sum += (coefficients[at + index] ?? 0) * (quantisation[index] ?? 0) * (basis[k * size + i] ?? 0);
        }
        workspace[row * size + i] = sum;
      }
    }
    for (let j = 0; j < size; j++) {
      for (let i = 0; i < size; i++) {
        let sum = 0;
        for (let k = 0; k < size; k++) sum += (workspace[k * size + i] ?? 0) * (basis[k * size + j] ?? 0);
        plane[offset + j * stride + i] = sum + 128;
      }
    }
  };
}
