import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandFailure } from '../server/failure.ts';
import { REPOSITORY } from '../server/repository.ts';
import { runTool } from '../server/run-tool.ts';

/** Bundles the baseline Worker into one module, with wrangler like the product. */
export async function bundleFloor(): Promise<string> {
  const folder = join(REPOSITORY, 'dist', 'bench');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'floor-entry.ts'),
    "import { fetch } from '../../scripts/bench/floor-worker.ts';\nexport default { fetch };\n",
  );
  await writeFile(
    join(folder, 'wrangler.toml'),
    'name = "floor"\nmain = "floor-entry.ts"\ncompatibility_date = "2026-08-01"\n',
  );
  const out = join(folder, 'out');
  const run = await runTool('wrangler', ['deploy', '--dry-run', '--outdir', out, '-c', join(folder, 'wrangler.toml')]);
  if (run.code !== 0) throw new CommandFailure(`${run.output}\nThe floor Worker does not build.`);
  return readFile(join(out, 'floor-entry.js'), 'utf8');
}
