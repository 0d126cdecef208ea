import type { OnnxGraph, OnnxNode, Tensor } from './read-onnx.ts';

/** Weights [outputs][inputs] (or [channels][side²] for depthwise layers) and a bias for each output. */
export interface Layer {
  readonly rows: number;
  readonly width: number;
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

/** A convolution and the factor and offset that follow its activation. */
export interface FoldedConv {
  readonly layer: Layer;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly isDepthwise: boolean;
  readonly factor: number;
  readonly offset: number;
}

export function constant(graph: OnnxGraph, name: string | undefined): Tensor {
  const tensor = graph.constants.get(name ?? '');
  if (tensor === undefined) throw new RangeError(`${name} is no constant of the model`);
  return tensor;
}

/** The constant that a node adds or multiplies by; undefined for other nodes. */
function scalarOf(graph: OnnxGraph, node: OnnxNode | undefined, type: string): number | undefined {
  if (node?.type !== type) return undefined;
  const tensor = node.inputs.map((name) => graph.constants.get(name)).find((known) => known !== undefined);
  return tensor?.values.length === 1 ? tensor.values[0] : undefined;
}

/** The convolutions in order, with the normalisations, factors and offsets before the activation folded in. */
export function foldConvolutions(graph: OnnxGraph): readonly FoldedConv[] {
  const starts = graph.nodes.flatMap(({ type }, index) => (type === 'Conv' ? [index] : []));
  return starts.map((start, index) => {
    const [conv, ...after] = graph.nodes.slice(start, starts[index + 1] ?? graph.nodes.length);
    if (conv === undefined) throw new RangeError('no convolution');
    const { shape, values } = constant(graph, conv.inputs[1]);
    const [rows = 0] = shape;
    const layer = {
      rows,
      width: values.length / rows,
      weights: Float64Array.from(values),
      biases:
        conv.inputs[2] === undefined
          ? new Float64Array(rows)
          : Float64Array.from(constant(graph, conv.inputs[2]).values),
    };
    if (after[0]?.type === 'BatchNormalization') foldNormalisation(graph, after[0], layer);
    const factor = scalarOf(graph, after[0], 'Mul');
    const offset = scalarOf(graph, after[1], 'Add');
    if (factor !== undefined && offset !== undefined) {
      scaleRows(layer, () => factor);
      layer.biases.forEach((bias, row) => {
        layer.biases[row] = bias + offset;
      });
    }
    const divided = after.findIndex(({ type }) => type === 'Div');
    const activated = after.slice(divided + 1);
    return {
      layer,
      shape,
      strides: conv.numbers.get('strides') ?? [1, 1],
      isDepthwise: (conv.numbers.get('group')?.[0] ?? 1) > 1,
      factor: (divided < 0 ? undefined : scalarOf(graph, activated[0], 'Mul')) ?? 1,
      offset: (divided < 0 ? undefined : scalarOf(graph, activated[1], 'Add')) ?? 0,
    };
  });
}

function foldNormalisation(graph: OnnxGraph, { inputs, numbers }: OnnxNode, layer: Layer): void {
  const [gain, bias, mean, variance] = inputs.slice(1).map((name) => constant(graph, name).values);
  const epsilon = numbers.get('epsilon')?.[0] ?? 1e-5;
  const factor = (row: number) => (gain?.[row] ?? 1) / Math.sqrt((variance?.[row] ?? 1) + epsilon);
  layer.biases.forEach((value, row) => {
    layer.biases[row] = value - (mean?.[row] ?? 0);
  });
  scaleRows(layer, factor);
  layer.biases.forEach((value, row) => {
    layer.biases[row] = value + (bias?.[row] ?? 0);
  });
}

/** Multiplies the output of a layer. */
function scaleRows({ weights, biases, width }: Layer, factor: (row: number) => number): void {
  weights.forEach((weight, at) => {
    weights[at] = weight * factor(Math.floor(at / width));
  });
  biases.forEach((bias, row) => {
    biases[row] = bias * factor(row);
  });
}

/** Folds x · factor + offset of the input into a layer. */
export function takeOver(layer: Layer, factor: number, offset: number): Layer {
  const biases = layer.biases.map((bias, row) => {
    const sum = layer.weights.subarray(row * layer.width, (row + 1) * layer.width).reduce((a, b) => a + b, 0);
    return bias + offset * sum;
  });
  return { ...layer, weights: layer.weights.map((weight) => weight * factor), biases };
}

/** The matrix products with constants and their biases, as layers. */
export function foldProducts(graph: OnnxGraph): readonly Layer[] {
  return graph.nodes.flatMap((node, index) => {
    const matrix = graph.constants.get(node.inputs[1] ?? '');
    if (node.type !== 'MatMul' || matrix === undefined) return [];
    const [width = 0, rows = 0] = matrix.shape;
    const weights = new Float64Array(rows * width);
    for (let row = 0; row < rows; row++) {
      for (let at = 0; at < width; at++) weights[row * width + at] = matrix.values[at * rows + row] ?? 0;
    }
    return [
      { rows, width, weights, biases: Float64Array.from(constant(graph, graph.nodes[index + 1]?.inputs[1]).values) },
    ];
  });
}

export interface FoldedGain {
  readonly gains: Float32Array;
  readonly biases: Float32Array;
  readonly epsilon: number;
}

/** Layer normalisations: (x - mean) / sqrt(variance + epsilon) · gain + bias, in the order of the graph. */
export function foldGains(graph: OnnxGraph): readonly FoldedGain[] {
  return graph.nodes.flatMap((node, index) => {
    if (node.type !== 'Sqrt') return [];
    const [before, , times, plus] = [graph.nodes[index - 1], ...graph.nodes.slice(index + 1, index + 4)];
    return [
      {
        epsilon: scalarOf(graph, before, 'Add') ?? 1e-5,
        gains: constant(graph, times?.inputs[1]).values,
        biases: constant(graph, plus?.inputs[1]).values,
      },
    ];
  });
}
