import { describe, expect, it } from 'vitest';
import { moduleKind } from './worker-modules.ts';

const RULES = [
  { type: 'CompiledWasm', include: ['**/*.wasm', '**/*.wasm?module'] },
  { type: 'Data', include: ['**/*.bin', '**/*.traineddata.gz'] },
];

describe('a file of a bundle', () => {
  it.each([
    ['index.js', 'ESModule'],
    ['0a1b-engine.wasm', 'CompiledWasm'],
    ['0a1b-eng.traineddata.gz', 'Data'],
    ['notes.pdf', null],
  ])('%s is %s', (file, kind) => {
    expect(moduleKind(file, RULES)).toBe(kind);
  });
});
