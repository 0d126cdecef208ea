/**
 * True for errors that a WebAssembly module throws when it fails on a file: a trap, or a C++ exception, which
 * Emscripten throws as its numeric address. The file is the cause, not the program; the instance's state is unknown
 * afterwards.
 */
export function isModuleFailure(error: unknown): error is WebAssembly.RuntimeError | number {
  return error instanceof WebAssembly.RuntimeError || typeof error === 'number';
}

/** Converts the failure to an error for the host's log. */
export function moduleError(failure: WebAssembly.RuntimeError | number): Error {
  return typeof failure === 'number' ? new Error(`the module threw the exception at ${failure}`) : failure;
}
