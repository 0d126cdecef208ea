/** The kernels of `kernels.as` over one memory, whose layout is up to the caller. All addresses are in bytes. */
export interface Kernels {
  /** View of the memory; recreated after it has grown. */
  bytes(): Uint8Array;
  floats(): Float32Array;
  /** Address of the first free byte, a multiple of 16. */
  readonly heapStart: number;
  /** Grows the memory to reach `end`. Throws `RangeError` if that fails. */
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
