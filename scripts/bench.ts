/**
 * `npm run bench`: benchmarks the whole platform under load against a baseline Worker and writes docs/performance.md.
 * Linux only. `-- --only sign-ins` measures concurrent sign-ins only and prints the figures without writing a file.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFloor } from './bench/bundle-floor.ts';
import { createCpuClock } from './bench/cpu-clock.ts';
import { applyLoad } from './bench/load.ts';
import { LONG_PAGES, longInvoice, measureEngine } from './bench/measure-engine.ts';
import { measureGap, untilQueueIsEmpty } from './bench/measure-gap.ts';
import { measureLoginStorm, type StormRun } from './bench/measure-login-storm.ts';
import { sectionOf, withSection } from './bench/report-sections.ts';
import { REVIEW_HEADING } from './bench/review/tell-review.ts';
import { type BenchRoute, FLOOR_HOST, prepareRoutes } from './bench/routes.ts';
import { median, percentile } from './bench/statistics.ts';
import { PAGES_HEADING } from './bench/tell-pages.ts';
import { judge, judgeStorm, type RouteFigures, type Target, tellStorm, writeReport } from './bench/write-report.ts';
import { CommandFailure, runCommand } from './server/failure.ts';
import { type LocalPlatform, startPlatform } from './server/local-platform.ts';
import { createProgress } from './server/progress.ts';
import { REPOSITORY } from './server/repository.ts';

const ROUNDS = 3;
const AT_ONCE = 10;
/** Rate limits and sweeps must not interfere with the measurement. */
const VARIABLES = { RATE_LIMIT_REQUESTS: '100000000', SWEEP_INTERVAL_SECONDS: '3600' };

async function measureRoutes(
  platform: LocalPlatform,
  routes: readonly BenchRoute[],
  apiKey: string,
): Promise<readonly RouteFigures[]> {
  const clock = await createCpuClock(platform.runtimePids);
  const rounds = routes.map(() => ({
    cpu: [] as number[],
    cpuBusy: [] as number[],
    wall: [] as number[],
    wallBusy: [] as number[],
  }));
  const run = async (route: BenchRoute, concurrency: number) => {
    const before = await clock();
    const { wall } = await applyLoad(platform.address, route.load, route.count, concurrency);
    if (route.isQueued) await untilQueueIsEmpty(platform.address, apiKey);
    return { cpu: ((await clock()) - before) / route.count, wall };
  };
  for (const route of routes) await applyLoad(platform.address, route.load, Math.ceil(route.count / 10), 1);
  await untilQueueIsEmpty(platform.address, apiKey);
  // Each round covers all routes, so that temporary load on the machine affects them equally.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, route] of routes.entries()) {
      const [calm, busy] = [await run(route, 1), await run(route, AT_ONCE)];
      rounds[index]?.cpu.push(calm.cpu);
      rounds[index]?.cpuBusy.push(busy.cpu);
      rounds[index]?.wall.push(...calm.wall);
      rounds[index]?.wallBusy.push(...busy.wall);
    }
  }
  return routes.map(({ name, isRead }, index) => {
    const { cpu = [], cpuBusy = [], wall = [], wallBusy = [] } = rounds[index] ?? {};
    return {
      name,
      isRead,
      cpu: median(cpu),
      cpuBusy: median(cpuBusy),
      p50: percentile(wall, 0.5),
      p95: percentile(wall, 0.95),
      p95Busy: percentile(wallBusy, 0.95),
    };
  });
}

/** Measures sign-ins while reading the document with an API key, the most frequent read. */
function stormOf(platform: LocalPlatform, routes: readonly BenchRoute[]): Promise<StormRun> {
  const read = routes.find(({ name }) => name === 'document (API key)');
  if (!read) throw new Error('routes.ts measures no document any more');
  return measureLoginStorm(platform.address, read.load);
}

const tellTarget = ({ what, wanted, measured, met }: Target): void =>
  console.log(`${met ? 'met   ' : 'MISSED'}  ${what}: ${measured} (${wanted})`);

/** True for `--only sign-ins`. @throws CommandFailure for any other argument */
function isStormOnly([option, part, ...more]: readonly string[]): boolean {
  if (option === undefined) return false;
  if (option === '--only' && part === 'sign-ins' && more.length === 0) return true;
  throw new CommandFailure('usage: npm run bench -- [--only sign-ins]');
}

async function main(): Promise<number> {
  const stormOnly = isStormOnly(process.argv.slice(2));
  if (process.platform !== 'linux')
    throw new CommandFailure('The benchmark reads CPU times from /proc and runs on Linux only.');
  const progress = createProgress((line) => console.log(line));
  const stateFolder = await mkdtemp(join(tmpdir(), 'neocaptured-bench-'));
  const script = await progress.step('floor', bundleFloor);
  const platform = await startPlatform({
    stateFolder,
    port: 0,
    host: '127.0.0.1',
    environment: { ...process.env, ...VARIABLES },
    progress,
    onLog: ({ level, message }) => void (level === 'error' && console.error(message)),
    companion: { name: 'floor', host: FLOOR_HOST, script },
  });
  try {
    const { routes, apiKey } = await prepareRoutes(platform.address);
    if (stormOnly) {
      const storm = await progress.step('sign-ins', () => stormOf(platform, routes));
      for (const line of tellStorm(storm)) console.log(line);
      tellTarget(judgeStorm(storm));
      return 0;
    }
    const measured = await progress.step('routes', () => measureRoutes(platform, routes, apiKey));
    const long = await longInvoice(LONG_PAGES);
    const gap = await progress.step('long document', () => measureGap(platform.address, apiKey, long));
    const storm = await progress.step('sign-ins', () => stormOf(platform, routes));
    const engine = await progress.step('engine', measureEngine);
    const figures = {
      routes: measured,
      gap,
      engine,
      storm,
      longPages: LONG_PAGES,
      date: new Date().toISOString().slice(0, 10),
    };
    const report = join(REPOSITORY, 'docs', 'performance.md');
    const before = await readFile(report, 'utf8');
    // Keeps the sections written by `npm run bench:engine` and `npm run bench:review`.
    const kept = [PAGES_HEADING, REVIEW_HEADING].map((heading) => sectionOf(before, heading));
    await writeFile(report, kept.reduce(withSection, writeReport(figures)));
    for (const target of judge(figures)) tellTarget(target);
    return 0;
  } finally {
    await platform.stop();
    await rm(stateFolder, { recursive: true, force: true });
  }
}

await runCommand(main);
process.exit();
