/**
 * JPEG loss: each block of 8 × 8 pixels is cosine-transformed and quantized with the luminance table of ITU-T T.81,
 * annex K.1, at this quality. No file is written; only the loss is simulated.
 */
const SIDE = 8;

/** ITU-T T.81, table K.1, row by row. */
const LUMINANCE = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
];

/** `BASIS[u * 8 + x]`: the cosine of frequency u at place x, orthonormal. */
const BASIS = Float32Array.from({ length: SIDE * SIDE }, (_, index) => {
  const [u, x] = [Math.floor(index / SIDE), index % SIDE];
  return Math.sqrt((u === 0 ? 1 : 2) / SIDE) * Math.cos(((2 * x + 1) * u * Math.PI) / (2 * SIDE));
});

const INVERSE = Float32Array.from(BASIS, (_, index) => BASIS[(index % SIDE) * SIDE + Math.floor(index / SIDE)] ?? 0);

/** Grey values (any number; 0 is black, 255 white) after JPEG of this quality in [1, 100], as whole numbers. */
export function throughJpeg(greys: Float32Array, width: number, height: number, quality: number): Uint8Array {
  const steps = stepsAt(quality);
  const result = new Uint8Array(width * height);
  const block = new Float32Array(SIDE * SIDE);
  for (let top = 0; top < height; top += SIDE) {
    for (let left = 0; left < width; left += SIDE) {
      for (let i = 0; i < block.length; i++) {
        const [x, y] = [Math.min(width - 1, left + (i % SIDE)), Math.min(height - 1, top + Math.floor(i / SIDE))];
        block[i] = Math.min(255, Math.max(0, greys[y * width + x] ?? 255)) - 128;
      }
      const kept = transformed(block, BASIS).map((value, i) => Math.round(value / (steps[i] ?? 1)) * (steps[i] ?? 1));
      const back = transformed(kept, INVERSE);
      for (let i = 0; i < block.length; i++) {
        const [x, y] = [left + (i % SIDE), top + Math.floor(i / SIDE)];
        if (x < width && y < height)
          result[y * width + x] = Math.min(255, Math.max(0, Math.round((back[i] ?? 0) + 128)));
      }
    }
  }
  return result;
}

/** The quantization table scaled to a quality as in the Independent JPEG Group's library. */
function stepsAt(quality: number): readonly number[] {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  return LUMINANCE.map((step) => Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100))));
}

/** `M · block · Mᵀ`. */
function transformed(block: Float32Array, matrix: Float32Array): Float32Array {
  const half = new Float32Array(SIDE * SIDE);
  const whole = new Float32Array(SIDE * SIDE);
  for (let u = 0; u < SIDE; u++)
    for (let column = 0; column < SIDE; column++) {
      let sum = 0;
      for (let y = 0; y < SIDE; y++) sum += (matrix[u * SIDE + y] ?? 0) * (block[y * SIDE + column] ?? 0);
      half[u * SIDE + column] = sum;
    }
  for (let u = 0; u < SIDE; u++)
    for (let v = 0; v < SIDE; v++) {
      let sum = 0;
      for (let x = 0; x < SIDE; x++) sum += (matrix[v * SIDE + x] ?? 0) * (half[u * SIDE + x] ?? 0);
      whole[u * SIDE + v] = sum;
    }
  return whole;
}
