/** `npm run bench:engine`: benchmarks the engine alone and rewrites its section of docs/performance.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measureEngine } from './bench/measure-engine.ts';
import { measurePages } from './bench/measure-pages.ts';
import { withSection } from './bench/report-sections.ts';
import { tellPages } from './bench/tell-pages.ts';
import { runCommand } from './server/failure.ts';
import { REPOSITORY } from './server/repository.ts';

async function main(): Promise<number> {
  const pages = await measurePages();
  const figures = await measureEngine();
  console.log(`first call         ${figures.coldMilliseconds.toFixed(1)} ms`);
  console.log(`one page, warm     p50 ${figures.warmP50.toFixed(1)} ms, p95 ${figures.warmP95.toFixed(1)} ms`);
  console.log(`each further page  ${figures.perPage.toFixed(2)} ms`);
  const section = tellPages(pages, new Date().toISOString().slice(0, 10));
  for (const line of section) console.log(line);
  const report = join(REPOSITORY, 'docs', 'performance.md');
  await writeFile(report, withSection(await readFile(report, 'utf8'), section));
  return 0;
}

await runCommand(main);
