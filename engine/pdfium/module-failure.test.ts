import { expect, test } from 'vitest';
import { isModuleFailure, moduleError } from './module-failure.ts';

test('a trap and a C++ exception are the fault of the file, everything else is passed on', () => {
  expect(isModuleFailure(new WebAssembly.RuntimeError('unreachable'))).toBe(true);
  // Emscripten throws the address of a C++ exception.
  expect(isModuleFailure(5_463_400)).toBe(true);
  for (const other of [new TypeError('a defect'), new RangeError(), 'text', null, undefined])
    expect(isModuleFailure(other)).toBe(false);
  expect(moduleError(5_463_400)).toBeInstanceOf(Error);
});
