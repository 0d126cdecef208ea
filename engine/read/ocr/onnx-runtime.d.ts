/** The part of onnxruntime-web's WebAssembly glue that is used; the package brings types for its browser API only. */
declare module 'onnxruntime-web/ort-wasm-simd-threaded.mjs' {
  /** Addresses and handles are numbers; a handle of 0 and a status other than 0 are failures. */
  export interface OnnxRuntime {
    /** A getter: the view is made anew when the memory has grown. */
    readonly HEAPU8: Uint8Array;
    _malloc(bytes: number): number;
    _free(address: number): void;
    setValue(address: number, value: number, type: 'i32' | '*'): void;
    getValue(address: number, type: 'i32' | '*'): number;
    _OrtInit(threads: number, logLevel: number): number;
    _OrtCreateSessionOptions(
      optimisation: number,
      arena: number,
      memoryPattern: number,
      executionMode: number,
      profiling: number,
      unused: number,
      logId: number,
      logSeverity: number,
      logVerbosity: number,
      optimisedPath: number,
    ): number;
    _OrtCreateSession(model: number, bytes: number, options: number): number | Promise<number>;
    _OrtReleaseSessionOptions(options: number): number;
    /** Writes the addresses of the name and of the type's description. */
    _OrtGetInputOutputMetadata(session: number, index: number, name: number, description: number): number;
    _OrtCreateTensor(
      type: number,
      data: number,
      bytes: number,
      dimensions: number,
      dimensionCount: number,
      location: number,
    ): number;
    _OrtReleaseTensor(tensor: number): number;
    _OrtGetTensorData(tensor: number, type: number, data: number, dimensions: number, dimensionCount: number): number;
    _OrtRun(
      session: number,
      inputNames: number,
      inputs: number,
      inputCount: number,
      outputNames: number,
      outputCount: number,
      outputs: number,
      options: number,
    ): number | Promise<number>;
    _OrtFree(address: number): number;
  }

  export default function createOnnxRuntime(options: {
    readonly numThreads: 1;
    readonly instantiateWasm: (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => object;
  }): Promise<OnnxRuntime>;
}
