import { expect, test } from 'vitest';
import { Gatherer } from './gatherer.ts';

const soon = () => scheduler.wait(1);

test('one run serves all who ask before it, and whoever asks during it gets another one after it', async () => {
  const log: string[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const gatherer = new Gatherer(async () => {
    log.push('begin');
    if (log.length === 1) await held;
    log.push('end');
  }, soon);
  const first = [gatherer.ask(), gatherer.ask(), gatherer.ask()];
  while (log.length === 0) await soon();
  const late = gatherer.ask();
  release();
  await Promise.all([...first, late]);
  expect(log).toEqual(['begin', 'end', 'begin', 'end']);
});

test('a run that fails tells its askers and stops nobody after it', async () => {
  let runs = 0;
  const gatherer = new Gatherer(async () => {
    runs += 1;
    if (runs === 1) throw new RangeError('first');
  }, soon);
  await expect(gatherer.ask()).rejects.toThrow(RangeError);
  await expect(gatherer.ask()).resolves.toBeUndefined();
});
