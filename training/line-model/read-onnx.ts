/** The required subset of ONNX (onnx.proto): the nodes of a graph in order, and its constants. */

export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export interface OnnxNode {
  readonly type: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly numbers: ReadonlyMap<string, readonly number[]>;
}

export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly constants: ReadonlyMap<string, Tensor>;
}

/** Field number, and the bytes of a length-delimited field or the number of any other. */
type Field = readonly [number, Uint8Array | number];

const FLOAT = 1;
const text = new TextDecoder();

/** @throws RangeError for wire types that ONNX does not use */
function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const varint = (): number => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = view.getUint8(at++);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(BigInt.asIntN(64, value));
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const wire = key & 7;
    if (wire === 0) yield [key >> 3, varint()];
    else if (wire === 5) {
      yield [key >> 3, view.getFloat32(at, true)];
      at += 4;
    } else if (wire === 2) {
      const length = varint();
      yield [key >> 3, bytes.subarray(at, at + length)];
      at += length;
    } else throw new RangeError(`wire type ${wire} at byte ${at}`);
  }
}

function messages(bytes: Uint8Array, field: number): Uint8Array[] {
  return [...fieldsOf(bytes)].flatMap(([number, value]) =>
    number === field && value instanceof Uint8Array ? [value] : [],
  );
}

function numbers(bytes: Uint8Array, field: number): number[] {
  return [...fieldsOf(bytes)].flatMap(([number, value]) =>
    number !== field ? [] : typeof value === 'number' ? [value] : packed(value),
  );
}

function packed(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let value = 0;
  let factor = 1;
  for (const byte of bytes) {
    value += (byte & 0x7f) * factor;
    factor *= 128;
    if (byte < 0x80) {
      values.push(value);
      [value, factor] = [0, 1];
    }
  }
  return values;
}

function tensorOf(bytes: Uint8Array): Tensor | undefined {
  if (numbers(bytes, 2)[0] !== FLOAT) return undefined;
  const [raw] = messages(bytes, 9);
  const values =
    raw === undefined ? Float32Array.from(numbers(bytes, 4)) : new Float32Array(new Uint8Array(raw).buffer);
  return { shape: numbers(bytes, 1), values };
}

/** Constants that are not floats (shapes and axes) are ignored. */
export function readOnnx(model: Uint8Array): OnnxGraph {
  const [graph = new Uint8Array()] = messages(model, 7);
  const nodes: OnnxNode[] = [];
  const constants = new Map<string, Tensor>();
  for (const node of messages(graph, 1)) {
    const type = text.decode(messages(node, 4)[0]);
    const output = text.decode(messages(node, 2)[0]);
    const attributes = messages(node, 5);
    if (type === 'Constant') {
      const value = attributes.flatMap((attribute) => messages(attribute, 5))[0];
      const tensor = value && tensorOf(value);
      if (tensor !== undefined) constants.set(output, tensor);
      continue;
    }
    nodes.push({
      type,
      output,
      inputs: messages(node, 1).map((name) => text.decode(name)),
      numbers: new Map(
        attributes.map((attribute) => [
          text.decode(messages(attribute, 1)[0]),
          [...numbers(attribute, 2), ...numbers(attribute, 3), ...numbers(attribute, 8)],
        ]),
      ),
    });
  }
  return { nodes, constants };
}
