// The arithmetic of the line reader, in AssemblyScript with SIMD. `training/line-model/build-kernels.ts` compiles it to
// `kernels.wasm` beside it. All addresses are in bytes. Multi-channel images are stored in blocks of four channels,
// [channels / 4][rows][columns][4] floats; inputs of a multiplication are stored by place, [places][channels] of 16 bits.
// The kernels must never allocate: the caller owns the memory from `heapStart` on.

const BLOCK: usize = 16;

/** Address of the first free byte. */
export function heapStart(): usize {
  return __heap_base;
}

// @ts-ignore: decorator
@inline
function hardSwish(value: v128): v128 {
  const gate = f32x4.add(f32x4.mul(value, f32x4.splat(<f32>(1.0 / 6.0))), f32x4.splat(0.5));
  return f32x4.mul(value, f32x4.max(f32x4.splat(0), f32x4.min(f32x4.splat(1), gate)));
}

// @ts-ignore: decorator
@inline
function finish(sums: v128, scale: v128, bias: v128, hard: bool, shift: v128): v128 {
  const value = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums), scale), bias);
  return hard ? f32x4.add(hardSwish(value), shift) : value;
}

/**
 * For each of `rows` places: out = sum over `depth` of a · w, times scale, plus bias; if `hard`, its hard swish plus
 * `shift`. `a`: 16 bits, stride `aStep` bytes per place. `w`: 16 bits, [outputs / 8][depth / 2][8][2]. `outputs` is a
 * multiple of 8, `depth` of 4. Output n of place p is written at out + (n / 4) · blockStep + p · placeStep.
 */
export function multiply(
  a: usize, aStep: usize, rows: i32, depth: i32, w: usize, outputs: i32,
  out: usize, blockStep: usize, placeStep: usize,
  scales: usize, inputScale: f32, biases: usize, hard: bool, shift: f32,
): void {
  const shifts = f32x4.splat(shift);
  const blockBytes = <usize>depth * 16;
  for (let n = 0; n < outputs; n += 8) {
    const at = <usize>n * 4;
    const scale0 = f32x4.mul(v128.load(scales + at), f32x4.splat(inputScale));
    const scale1 = f32x4.mul(v128.load(scales + at, 16), f32x4.splat(inputScale));
    const bias0 = v128.load(biases + at);
    const bias1 = v128.load(biases + at, 16);
    let target0 = out + <usize>(n >> 2) * blockStep;
    let target1 = target0 + blockStep;
    let source = a;
    let row = 0;
    for (; row + 4 <= rows; row += 4) {
      let a0 = source, a1 = a0 + aStep, a2 = a1 + aStep, a3 = a2 + aStep;
      let s00 = i32x4.splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
      let weights = w;
      for (const end = w + blockBytes; weights < end; weights += 64) {
        let w0 = v128.load(weights), w1 = v128.load(weights, 16);
        let x = v128.load32_splat(a0);
        s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x, w0)); s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x, w1));
        x = v128.load32_splat(a1);
        s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x, w0)); s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x, w1));
        x = v128.load32_splat(a2);
        s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x, w0)); s21 = i32x4.add(s21, i32x4.dot_i16x8_s(x, w1));
        x = v128.load32_splat(a3);
        s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x, w0)); s31 = i32x4.add(s31, i32x4.dot_i16x8_s(x, w1));
        w0 = v128.load(weights, 32); w1 = v128.load(weights, 48);
        x = v128.load32_splat(a0, 4);
        s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x, w0)); s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x, w1));
        x = v128.load32_splat(a1, 4);
        s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x, w0)); s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x, w1));
        x = v128.load32_splat(a2, 4);
        s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x, w0)); s21 = i32x4.add(s21, i32x4.dot_i16x8_s(x, w1));
        x = v128.load32_splat(a3, 4);
        s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x, w0)); s31 = i32x4.add(s31, i32x4.dot_i16x8_s(x, w1));
        a0 += 8; a1 += 8; a2 += 8; a3 += 8;
      }
      v128.store(target0, finish(s00, scale0, bias0, hard, shifts));
      v128.store(target1, finish(s01, scale1, bias1, hard, shifts));
      target0 += placeStep; target1 += placeStep;
      v128.store(target0, finish(s10, scale0, bias0, hard, shifts));
      v128.store(target1, finish(s11, scale1, bias1, hard, shifts));
      target0 += placeStep; target1 += placeStep;
      v128.store(target0, finish(s20, scale0, bias0, hard, shifts));
      v128.store(target1, finish(s21, scale1, bias1, hard, shifts));
      target0 += placeStep; target1 += placeStep;
      v128.store(target0, finish(s30, scale0, bias0, hard, shifts));
      v128.store(target1, finish(s31, scale1, bias1, hard, shifts));
      target0 += placeStep; target1 += placeStep;
      source += 4 * aStep;
    }
    for (; row < rows; row++) {
      let a0 = source;
      let s0 = i32x4.splat(0), s1 = s0;
      let weights = w;
      for (const end = w + blockBytes; weights < end; weights += 32) {
        const x = v128.load32_splat(a0);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load(weights)));
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load(weights, 16)));
        a0 += 4;
      }
      v128.store(target0, finish(s0, scale0, bias0, hard, shifts));
      v128.store(target1, finish(s1, scale1, bias1, hard, shifts));
      target0 += placeStep; target1 += placeStep;
      source += aStep;
    }
    w += blockBytes;
  }
}

/**
 * The first layer: 3 × 3, both strides 2, one channel to 16 (no activation). `input`: floats, [2 · rows + 1][inStep / 4]
 * with a margin of one; `w`: [9][16]; `out`: blocks, strides `rowStep` bytes per row and `blockStep` per block.
 */
export function stem(
  input: usize, inStep: usize, rows: i32, columns: i32, w: usize, bias: usize, out: usize, rowStep: usize, blockStep: usize,
): void {
  for (let n: usize = 0; n < 4; n++) {
    const b = v128.load(bias + n * BLOCK);
    for (let y = 0; y < rows; y++) {
      let target = out + n * blockStep + <usize>y * rowStep;
      let source = input + 2 * <usize>y * inStep;
      for (let x = 0; x < columns; x++) {
        let sum = b;
        for (let j: usize = 0; j < 3; j++) {
          const from = source + j * inStep;
          const weights = w + j * 192 + n * BLOCK;
          sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(from), v128.load(weights)));
          sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(from, 4), v128.load(weights, 64)));
          sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(from, 8), v128.load(weights, 128)));
        }
        v128.store(target, sum);
        target += BLOCK;
        source += 8;
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function addTap(sum: v128, value: v128, weight: v128): v128 {
  return f32x4.add(sum, f32x4.mul(value, weight));
}

/**
 * Depthwise convolution, `side` × `side` (3 or 5), then the hard swish. `input` includes its margins; `w`: [channels / 4]
 * [side²][4]. With a horizontal stride of 1, four columns are computed at once, so `outStep` must have room for a
 * multiple of four columns, and the input must be readable that far.
 */
export function depthwise(
  input: usize, inStep: usize, inBlock: usize, channels: i32, side: i32, down: i32, across: i32,
  rows: i32, columns: i32, w: usize, bias: usize, out: usize, outStep: usize, outBlock: usize,
): void {
  const taps = <usize>(side * side) * BLOCK;
  for (let n = 0; n < channels; n += 4) {
    const b = v128.load(bias);
    for (let y = 0; y < rows; y++) {
      let source = input + <usize>(y * down) * inStep;
      let target = out + <usize>y * outStep;
      if (across == 1) {
        for (let x = 0; x < columns; x += 4) {
          let s0 = b, s1 = b, s2 = b, s3 = b;
          let from = source;
          let weights = w;
          if (side == 5) {
            for (let j = 0; j < 5; j++) {
              const v2 = v128.load(from, 32), v3 = v128.load(from, 48), v4 = v128.load(from, 64);
              let k = v128.load(weights);
              const v1 = v128.load(from, 16);
              s0 = addTap(s0, v128.load(from), k); s1 = addTap(s1, v1, k); s2 = addTap(s2, v2, k); s3 = addTap(s3, v3, k);
              k = v128.load(weights, 16);
              s0 = addTap(s0, v1, k); s1 = addTap(s1, v2, k); s2 = addTap(s2, v3, k); s3 = addTap(s3, v4, k);
              k = v128.load(weights, 32);
              const v5 = v128.load(from, 80);
              s0 = addTap(s0, v2, k); s1 = addTap(s1, v3, k); s2 = addTap(s2, v4, k); s3 = addTap(s3, v5, k);
              k = v128.load(weights, 48);
              const v6 = v128.load(from, 96);
              s0 = addTap(s0, v3, k); s1 = addTap(s1, v4, k); s2 = addTap(s2, v5, k); s3 = addTap(s3, v6, k);
              k = v128.load(weights, 64);
              s0 = addTap(s0, v4, k); s1 = addTap(s1, v5, k); s2 = addTap(s2, v6, k); s3 = addTap(s3, v128.load(from, 112), k);
              from += inStep;
              weights += 80;
            }
          } else {
            for (let j = 0; j < 3; j++) {
              const v1 = v128.load(from, 16), v2 = v128.load(from, 32), v3 = v128.load(from, 48), v4 = v128.load(from, 64);
              let k = v128.load(weights);
              s0 = addTap(s0, v128.load(from), k); s1 = addTap(s1, v1, k); s2 = addTap(s2, v2, k); s3 = addTap(s3, v3, k);
              k = v128.load(weights, 16);
              s0 = addTap(s0, v1, k); s1 = addTap(s1, v2, k); s2 = addTap(s2, v3, k); s3 = addTap(s3, v4, k);
              k = v128.load(weights, 32);
              s0 = addTap(s0, v2, k); s1 = addTap(s1, v3, k); s2 = addTap(s2, v4, k); s3 = addTap(s3, v128.load(from, 80), k);
              from += inStep;
              weights += 48;
            }
          }
          v128.store(target, hardSwish(s0));
          v128.store(target, hardSwish(s1), 16);
          v128.store(target, hardSwish(s2), 32);
          v128.store(target, hardSwish(s3), 48);
          target += 64;
          source += 64;
        }
      } else {
        for (let x = 0; x < columns; x++) {
          let sum = b;
          let weights = w;
          for (let j = 0; j < side; j++) {
            let from = source + <usize>j * inStep;
            for (let i = 0; i < side; i++) {
              sum = addTap(sum, v128.load(from), v128.load(weights));
              from += BLOCK;
              weights += BLOCK;
            }
          }
          v128.store(target, hardSwish(sum));
          target += BLOCK;
          source += <usize>across * BLOCK;
        }
      }
    }
    input += inBlock;
    out += outBlock;
    w += taps;
    bias += BLOCK;
  }
}

/** In place: value · factor + offset of its channel. If `sums` is not 0, only writes the sum of each channel there. */
export function perChannel(
  data: usize, step: usize, block: usize, channels: i32, rows: i32, columns: i32, factors: usize, offsets: usize, sums: usize,
): void {
  for (let n = 0; n < channels; n += 4) {
    const at = <usize>n * 4;
    let sum = f32x4.splat(0);
    const factor = sums == 0 ? v128.load(factors + at) : sum;
    const offset = sums == 0 ? v128.load(offsets + at) : sum;
    for (let y = 0; y < rows; y++) {
      let place = data + <usize>y * step;
      for (const end = place + <usize>columns * BLOCK; place < end; place += BLOCK) {
        const value = v128.load(place);
        if (sums == 0) v128.store(place, f32x4.add(f32x4.mul(value, factor), offset));
        else sum = f32x4.add(sum, value);
      }
    }
    if (sums != 0) v128.store(sums + at, sum);
    data += block;
  }
}

/**
 * Quantises blocks to places of 16 bits, mapping the largest magnitude to `top`. Returns the value of one quantisation
 * step.
 */
export function quantise(
  data: usize, step: usize, block: usize, channels: i32, rows: i32, columns: i32, out: usize, top: f32,
): f32 {
  let most = f32x4.splat(0);
  for (let n = 0; n < channels; n += 4) {
    const from = data + <usize>(n >> 2) * block;
    for (let y = 0; y < rows; y++) {
      let place = from + <usize>y * step;
      for (const end = place + <usize>columns * BLOCK; place < end; place += BLOCK) {
        most = f32x4.max(most, f32x4.abs(v128.load(place)));
      }
    }
  }
  const largest = max(
    max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
    max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
  );
  const unit = largest > 0 ? largest / top : <f32>1;
  const factor = f32x4.splat(<f32>1 / unit);
  const placeBytes = <usize>channels * 2;
  for (let n = 0; n < channels; n += 4) {
    const from = data + <usize>(n >> 2) * block;
    let target = out + <usize>n * 2;
    for (let y = 0; y < rows; y++) {
      let place = from + <usize>y * step;
      for (const end = place + <usize>columns * BLOCK; place < end; place += BLOCK) {
        const whole = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(place), factor)));
        v128.store64_lane(target, i16x8.narrow_i32x4_s(whole, whole), 0);
        target += placeBytes;
      }
    }
  }
  return unit;
}

/** Means of 3 rows × 2 columns of blocks, times `factor`, as floats [places][outStep / 4]. */
export function pool(
  data: usize, step: usize, block: usize, channels: i32, places: i32, factor: f32, out: usize, outStep: usize,
): void {
  const share = f32x4.splat(factor / 6);
  for (let n = 0; n < channels; n += 4) {
    let source = data + <usize>(n >> 2) * block;
    let target = out + <usize>n * 4;
    for (let t = 0; t < places; t++) {
      let sum = f32x4.add(v128.load(source), v128.load(source, 16));
      sum = f32x4.add(sum, f32x4.add(v128.load(source + step), v128.load(source + step, 16)));
      sum = f32x4.add(sum, f32x4.add(v128.load(source + 2 * step), v128.load(source + 2 * step, 16)));
      v128.store(target, f32x4.mul(sum, share));
      source += 32;
      target += outStep;
    }
  }
}

/** x · sigmoid(x), in place. */
export function swish(data: usize, count: i32): void {
  for (const end = data + <usize>count * 4; data < end; data += 4) {
    const value = load<f32>(data);
    store<f32>(data, value / (<f32>1 + Mathf.exp(-value)));
  }
}

/** Adds `count` floats (a multiple of 4) of `other` to `data`. */
export function add(data: usize, other: usize, count: i32): void {
  for (let at: usize = 0; at < <usize>count * 4; at += 16) {
    v128.store(data + at, f32x4.add(v128.load(data + at), v128.load(other + at)));
  }
}

/** Scales each of `places` rows of `width` floats to mean 0 and variance 1, times `gain`, plus `bias` (Ba et al., 2016). */
export function normalise(
  data: usize, places: i32, width: i32, gain: usize, bias: usize, epsilon: f32, out: usize,
): void {
  for (let t = 0; t < places; t++) {
    let sum: f32 = 0;
    for (let i = 0; i < width; i++) sum += load<f32>(data + (<usize>i << 2));
    const mean = sum / <f32>width;
    let squares: f32 = 0;
    for (let i = 0; i < width; i++) {
      const off = load<f32>(data + (<usize>i << 2)) - mean;
      squares += off * off;
    }
    const scale = <f32>1 / sqrt(squares / <f32>width + epsilon);
    for (let i = 0; i < width; i++) {
      const at = <usize>i << 2;
      store<f32>(out + at, (load<f32>(data + at) - mean) * scale * load<f32>(gain + at) + load<f32>(bias + at));
    }
    data += <usize>width * 4;
    out += <usize>width * 4;
  }
}

/**
 * Attention with `heads` heads of `size` (at most 16) values: `data` contains query, key and value of each place
 * ([places][3][heads][size]); `out` is [places][heads][size]. `scratch` needs 33 · 4 · (places + 4) bytes.
 */
export function attend(data: usize, places: i32, heads: i32, size: i32, factor: f32, out: usize, scratch: usize): void {
  const padded = (places + 3) & ~3;
  const keys = scratch;
  const values = keys + <usize>(padded * 16) * 4;
  const scores = values + <usize>(padded * 16) * 4;
  const width = heads * size;
  for (let h = 0; h < heads; h++) {
    for (let t = 0; t < padded; t++) {
      for (let d = 0; d < 16; d++) {
        const real = d < size && t < places;
        const from = data + <usize>(t * 3 * width + h * size + d) * 4;
        store<f32>(keys + <usize>(d * padded + t) * 4, real ? load<f32>(from + <usize>width * 4) : 0);
        store<f32>(values + <usize>(t * 16 + d) * 4, real ? load<f32>(from + <usize>width * 8) : 0);
      }
    }
    for (let t = 0; t < places; t++) {
      const query = data + <usize>(t * 3 * width + h * size) * 4;
      for (let j = 0; j < padded; j += 4) {
        let sum = f32x4.splat(0);
        for (let d = 0; d < size; d++) {
          const q = v128.load32_splat(query + (<usize>d << 2));
          sum = f32x4.add(sum, f32x4.mul(q, v128.load(keys + <usize>(d * padded + j) * 4)));
        }
        v128.store(scores + (<usize>j << 2), f32x4.mul(sum, f32x4.splat(factor)));
      }
      let most = load<f32>(scores);
      for (let j = 1; j < places; j++) most = max(most, load<f32>(scores + (<usize>j << 2)));
      let total: f32 = 0;
      let o0 = f32x4.splat(0), o1 = o0, o2 = o0, o3 = o0;
      for (let j = 0; j < places; j++) {
        const part = Mathf.exp(load<f32>(scores + (<usize>j << 2)) - most);
        total += part;
        const parts = f32x4.splat(part);
        const value = values + <usize>(j * 16) * 4;
        o0 = addTap(o0, parts, v128.load(value));
        o1 = addTap(o1, parts, v128.load(value, 16));
        o2 = addTap(o2, parts, v128.load(value, 32));
        o3 = addTap(o3, parts, v128.load(value, 48));
      }
      const share = f32x4.splat(<f32>1 / total);
      v128.store(scores, f32x4.mul(o0, share));
      v128.store(scores, f32x4.mul(o1, share), 16);
      v128.store(scores, f32x4.mul(o2, share), 32);
      v128.store(scores, f32x4.mul(o3, share), 48);
      memory.copy(out + <usize>(t * width + h * size) * 4, scores, <usize>size * 4);
    }
  }
}
