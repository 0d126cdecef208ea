/**
 * `npx node training/line-model/build-kernels.ts`: compiles the line reader's kernels. The compiler (AssemblyScript,
 * Apache-2.0) is a hundred megabytes and wanted once a year, so that npx fetches it; the same version gives the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMPILER = 'assemblyscript@0.28.20';
const OPTIONS = ['--runtime', 'stub', '--noAssert', '-O3', '--enable', 'simd'];

const kernels = fileURLToPath(new URL('../../engine/read/ocr/line-network/kernels', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kernels-'));
try {
  // The compiler wants .ts, and tsc must not take it for TypeScript.
  copyFileSync(`${kernels}.as`, join(folder, 'kernels.ts'));
  const compile = ['--yes', '--package', COMPILER, 'asc', 'kernels.ts', ...OPTIONS, '-o', `${kernels}.wasm`];
  execFileSync('npx', compile, { cwd: folder, stdio: 'inherit' });
} finally {
  rmSync(folder, { recursive: true });
}
