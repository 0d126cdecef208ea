/** The kernels of `kernels.as`, over one memory that is laid out by who calls them. All addresses are bytes. */
export interface Kernels {
  /** Views of the memory; made anew when it has grown. */
  bytes(): Uint8Array;
  floats(): Float32Array;
  /** The first byte that is free, a multiple of 16. */
  readonly heapStart: number;
  /** Makes the memory reach `end`. Throws `RangeError` when it is refused. */
  reach(end: number): void;
  readonly multiply: Kernel;
  readonly stem: Kernel;
  readonly depthwise: Kernel;
  readonly perChannel: Kernel;
  readonly quantise: Kernel;
  readonly pool: Kernel;
  readonly swish: Kernel;
  readonly add: Kernel;
  readonly normalise: Kernel;
  readonly attend: Kernel;
}

export type Kernel = (...numbers: readonly number[]) => number;

const PAGE = 65_536;
const ALIGNMENT = 16;

export async function openKernels(module: WebAssembly.Module): Promise<Kernels> {
  const { exports } = await WebAssembly.instantiate(module, { env: { abort: giveUp } });
  const { memory } = exports;
  if (!(memory instanceof WebAssembly.Memory)) throw new TypeError('the kernels export no memory');
  const kernel = (name: string): Kernel => {
    const found = exports[name];
    if (typeof found !== 'function') throw new TypeError(`the kernels export no ${name}`);
    return (...numbers) => Number(found(...numbers));
  };
  return {
    bytes: () => new Uint8Array(memory.buffer),
    floats: () => new Float32Array(memory.buffer),
    heapStart: Math.ceil(kernel('heapStart')() / ALIGNMENT) * ALIGNMENT,
    reach: (end) => {
      const missing = end - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    },
    multiply: kernel('multiply'),
    stem: kernel('stem'),
    depthwise: kernel('depthwise'),
    perChannel: kernel('perChannel'),
    quantise: kernel('quantise'),
    pool: kernel('pool'),
    swish: kernel('swish'),
    add: kernel('add'),
    normalise: kernel('normalise'),
    attend: kernel('attend'),
  };
}

function giveUp(): never {
  throw new RangeError('a kernel gave up');
}
