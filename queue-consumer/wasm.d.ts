declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

declare module '*.traineddata.gz' {
  const data: ArrayBuffer;
  export default data;
}

declare module '*.onnx' {
  const data: ArrayBuffer;
  export default data;
}

declare module '*.txt' {
  const text: string;
  export default text;
}
