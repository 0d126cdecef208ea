import { cpus, loadavg, totalmem } from 'node:os';
import { IDENTITY_TRIPS } from './identity-trips.ts';
import type { EngineFigures } from './measure-engine.ts';
import type { GapRun } from './measure-gap.ts';
import { STORM_LOGINS, type StormRun } from './measure-login-storm.ts';

export interface RouteFigures {
  readonly name: string;
  readonly isRead: boolean;
  /** CPU of the runtime per request, in milliseconds, at one and at ten concurrent requests. */
  readonly cpu: number;
  readonly cpuBusy: number;
  readonly p50: number;
  readonly p95: number;
  readonly p95Busy: number;
}

export interface Figures {
  readonly routes: readonly RouteFigures[];
  readonly engine: EngineFigures;
  readonly gap: GapRun;
  readonly longPages: number;
  readonly storm: StormRun;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** Targets of REQUIREMENTS: CPU of a read relative to the baseline, and milliseconds. */
const READ_TIMES_FLOOR = 3;
const FIELDS_P95 = 200;
const ENGINE_WARM = 60;
const PER_PAGE = 15;
const LONGEST_GAP = 250;
const READ_IN_STORM_P95 = 500;

export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean;
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

const at = (what: string, limit: number, value: number): Target => ({
  what,
  wanted: `≤ ${limit} ms`,
  measured: ms(value),
  met: value <= limit,
});

export const judgeStorm = ({ readP95 }: StormRun): Target =>
  at(`document during ${STORM_LOGINS} concurrent sign-ins, p95`, READ_IN_STORM_P95, readP95);

export function judge({ routes, engine, gap, storm }: Figures): readonly Target[] {
  const floor = routes[0]?.cpu ?? Number.NaN;
  const extraction = routes.find(({ name }) => name.startsWith('extraction'));
  const reads = routes.filter(({ isRead }) => isRead);
  return [
    ...reads.map(({ name, cpu }) => ({
      what: `CPU of ${name}`,
      wanted: `≤ ${READ_TIMES_FLOOR} × baseline`,
      measured: `${(cpu / floor).toFixed(1)} ×`,
      met: cpu <= READ_TIMES_FLOOR * floor,
    })),
    at('one-page invoice over HTTP, p95', FIELDS_P95, extraction?.p95 ?? Number.NaN),
    at('engine, one page, warm', ENGINE_WARM, engine.warmP50),
    at('engine, each additional page', PER_PAGE, engine.perPage),
    at('longest gap between responses of /healthz', LONGEST_GAP, gap.longest),
    judgeStorm(storm),
  ];
}

/** Outcomes of the sign-ins and of the reads during them. */
export const tellStorm = (storm: StormRun): readonly string[] => [
  `${STORM_LOGINS} concurrent sign-ins took ${ms(storm.duration)}: ${storm.signedIn} succeeded, ${storm.unavailable} were asked to retry later (503), ${storm.throttled} were throttled (429).`,
  `Meanwhile a document was read ${storm.reads} times: p50 ${ms(storm.readP50)}, p95 ${ms(storm.readP95)}, maximum ${ms(storm.readLongest)}.`,
];

/** docs/performance.md. */
export function writeReport(figures: Figures): string {
  const { routes, engine, gap, longPages, storm, date } = figures;
  const floor = routes[0]?.cpu ?? Number.NaN;
  const cpu = cpus();
  const lines = [
    '# Performance',
    '',
    `Written by \`npm run bench\` on ${date}: ${cpu.length} × ${cpu[0]?.model.trim() || 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, load average ${loadavg()[0]?.toFixed(1)} at the end.`,
    'Wall times depend on other load on the machine; CPU per request hardly does. Everything runs in one runtime on one',
    'machine, whose cores are shared with the load generator. The baseline is a Hono route without bindings in the same',
    'runtime. Most of the further cost of a read is in round trips to the local simulators of D1 and R2, which are written in',
    'JavaScript; the second row shows one.',
    '',
    '## Targets',
    '',
    '| figure | target | measured | |',
    '| --- | --- | --- | --- |',
    ...judge(figures).map(
      ({ what, wanted, measured, met }) => `| ${what} | ${wanted} | ${measured} | ${met ? 'met' : '**missed**'} |`,
    ),
    '',
    '## Routes',
    '',
    '| route | CPU/request | × baseline | CPU/request, 10 concurrent | p50 | p95 | p95, 10 concurrent |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...routes.map(
      (route) =>
        `| ${route.name} | ${ms(route.cpu)} | ${(route.cpu / floor).toFixed(1)} | ${ms(route.cpuBusy)} | ${ms(route.p50)} | ${ms(route.p95)} | ${ms(route.p95Busy)} |`,
    ),
    '',
    '## Engine alone',
    '',
    `First call ${ms(engine.coldMilliseconds)}, one page when warm ${ms(engine.warmP50)} (p95 ${ms(engine.warmP95)}), each additional page ${ms(engine.perPage)}.`,
    '',
    `## Responsiveness while a document of ${longPages} pages is processed`,
    '',
    `Processing took ${ms(gap.processing)}. Meanwhile /healthz responded ${gap.answers} times, with at most ${ms(gap.longest)} between two responses.`,
    `Milliseconds per stage: ${Object.entries(gap.timings)
      .map(([stage, value]) => `${stage} ${String(value)}`)
      .join(', ')}.`,
    '',
    `## ${STORM_LOGINS} concurrent sign-ins`,
    '',
    ...tellStorm(storm),
    '',
    '## Authentication: database round trips',
    '',
    'Round trips for authentication, in addition to those of the route; verified by `tests/workers/identity-cost.test.ts`.',
    '',
    '| case | round trips |',
    '| --- | --- |',
    ...Object.values(IDENTITY_TRIPS).map(({ what, trips }) => `| ${what} | ${trips} |`),
    '',
  ];
  return lines.join('\n');
}
