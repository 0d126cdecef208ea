/** Measures the memories of modules instantiated from now on; the engine does not expose them. */
export function watchHeaps(): { bytes(): number; stop(): void } {
  const memories = new Set<WebAssembly.Memory>();
  const instantiate = WebAssembly.instantiate;
  const watched = async (module: WebAssembly.Module, imports?: WebAssembly.Imports): Promise<WebAssembly.Instance> => {
    const instance = await instantiate(module, imports);
    for (const exported of Object.values(instance.exports)) {
      if (exported instanceof WebAssembly.Memory) memories.add(exported);
    }
    return instance;
  };
  Object.assign(WebAssembly, { instantiate: watched });
  return {
    bytes: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    stop: () => void Object.assign(WebAssembly, { instantiate }),
  };
}
