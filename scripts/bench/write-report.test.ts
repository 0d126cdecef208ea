import { expect, test } from 'vitest';
import { IDENTITY_TRIPS } from './identity-trips.ts';
import { type Figures, judge, writeReport } from './write-report.ts';

const route = { isRead: false, cpu: 1, cpuBusy: 1, p50: 1, p95: 1, p95Busy: 1 };
const withReadsAt = (readP95: number): Figures => ({
  routes: [
    { ...route, name: 'floor' },
    { ...route, name: 'extraction in the answer' },
  ],
  engine: { coldMilliseconds: 1, warmP50: 1, warmP95: 1, perPage: 1 },
  gap: { longest: 1, answers: 1, processing: 1, timings: {} },
  storm: {
    duration: 10_000,
    signedIn: 70,
    unavailable: 29,
    throttled: 1,
    reads: 5,
    readP50: 1,
    readP95,
    readLongest: 900,
  },
  longPages: 200,
  date: '2026-01-01',
});

test('reads may take half a second while many sign in, and no longer', () => {
  const missed = (readP95: number) => judge(withReadsAt(readP95)).filter(({ met }) => !met);
  expect(missed(500)).toEqual([]);
  expect(missed(501).map(({ what }) => what)).toEqual(['document during 100 concurrent sign-ins, p95']);
  expect(writeReport(withReadsAt(501))).toContain('| 501.0 ms | **missed** |');
});

test('the report tells what became of the sign-ins, and what identity costs the database', () => {
  const report = writeReport(withReadsAt(20));
  expect(report).toContain('70 succeeded, 29 were asked to retry later (503), 1 were throttled (429)');
  for (const { what, trips } of Object.values(IDENTITY_TRIPS)) expect(report).toContain(`| ${what} | ${trips} |`);
});
