/**
 * `npx node training/line-model/build-kernels.ts`: compiles the line reader's kernels. The compiler (AssemblyScript,
 * Apache-2.0) takes a hundred megabytes and is rarely needed, so npx fetches it. The same version gives the same bytes.
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
  // The compiler requires .ts, but tsc must not treat the file as TypeScript.
  copyFileSync(`${kernels}.as`, join(folder, 'kernels.ts'));
  const compile = ['--yes', '--package', COMPILER, 'asc', 'kernels.ts', ...OPTIONS, '-o', `${kernels}.wasm`];
  execFileSync('npx', compile, { cwd: folder, stdio: 'inherit' });
} finally {
  rmSync(folder, { recursive: true });
}
