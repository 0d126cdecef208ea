import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HashGate } from './hash-gate.ts';

/**
 * Simulated time that advances only when all tasks sleep. A hash advances it without letting other tasks run, as on a
 * single thread.
 */
function simulation() {
  let time = 1_000;
  const sleepers: { at: number; wake: () => void }[] = [];
  const clock = {
    now: () => time,
    sleep: (ms: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ at: time + ms, wake });
      }),
  };
  const settle = async () => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  async function advance(): Promise<void> {
    await settle();
    while (sleepers.length > 0) {
      sleepers.sort((a, b) => a.at - b.at);
      const next = sleepers.shift();
      if (!next) break;
      time = Math.max(time, next.at);
      next.wake();
      await settle();
    }
  }
  return {
    clock,
    advance,
    spend: (ms: number) => {
      time += ms;
    },
  };
}

describe('hash gate', () => {
  test('after each hash there is a rest before the next, however long hashes take', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 800 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 100 }),
        async (durations, restMs) => {
          const { clock, advance, spend } = simulation();
          const gate = new HashGate();
          const spans: [start: number, end: number][] = [];
          const all = durations.map((ms) =>
            gate.run({ restMs, maxWaitMs: 1_000_000 }, clock, async () => {
              const start = clock.now();
              spend(ms);
              spans.push([start, clock.now()]);
              return ms;
            }),
          );
          await advance();
          expect((await Promise.all(all)).every((result) => result.ok)).toBe(true);
          expect(spans).toHaveLength(durations.length);
          for (const [index, [start]] of spans.entries()) {
            const before = spans[index - 1];
            if (before) expect(start - before[1]).toBeGreaterThanOrEqual(restMs);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test('a storm is refused beyond the queue at once, and the gate is open again afterwards', async () => {
    const { clock, advance, spend } = simulation();
    const gate = new HashGate();
    const hash = async () => spend(150);
    const policy = { restMs: 50, maxWaitMs: 1_000 };
    const storm = Array.from({ length: 30 }, () => gate.run(policy, clock, hash));
    await advance();
    const results = await Promise.all(storm);
    const served = results.filter((result) => result.ok).length;
    expect(served).toBeGreaterThanOrEqual(4);
    expect(served).toBeLessThanOrEqual(7);
    const later = gate.run(policy, clock, hash);
    await advance();
    expect((await later).ok).toBe(true);
  });

  test('a hundred are all served within the wait, in the order they came, and hardly later than their hashes take', async () => {
    const { clock, advance, spend } = simulation();
    const gate = new HashGate();
    const policy = { restMs: 50, maxWaitMs: 30_000 };
    const served: number[] = [];
    let asked = 0;
    const counting = {
      now: clock.now,
      sleep: (ms: number) => {
        asked += 1;
        return clock.sleep(ms);
      },
    };
    const start = clock.now();
    const all = Array.from({ length: 100 }, (_, index) =>
      gate.run(policy, counting, async () => {
        spend(150);
        served.push(index);
      }),
    );
    await advance();
    expect((await Promise.all(all)).every((result) => result.ok)).toBe(true);
    expect(served).toEqual(served.toSorted((a, b) => a - b));
    expect(clock.now() - start).toBeLessThan(100 * (150 + 50 + 10));
    // Polling after every hash would take five thousand calls.
    expect(asked).toBeLessThan(3_000);
  });

  test('a holder that vanished blocks for a moment only', async () => {
    const { clock, advance } = simulation();
    const gate = new HashGate();
    const policy = { restMs: 10, maxWaitMs: 10_000 };
    void gate.run(policy, clock, () => new Promise<never>(() => {}));
    const start = clock.now();
    const next = gate.run(policy, clock, async () => clock.now());
    await advance();
    const result = await next;
    expect(result.ok && result.value - start).toBeGreaterThan(2_000);
    expect(result.ok && result.value - start).toBeLessThan(2_100);
  });

  test('a hash that fails opens the gate like any other, and its error is the caller’s', async () => {
    const { clock, advance } = simulation();
    const gate = new HashGate();
    const policy = { restMs: 10, maxWaitMs: 10_000 };
    const failing = expect(
      gate.run(policy, clock, async () => {
        throw new RangeError('no memory');
      }),
    ).rejects.toThrow(RangeError);
    await advance();
    await failing;
    const next = gate.run(policy, clock, async () => 'done');
    await advance();
    expect(await next).toEqual({ ok: true, value: 'done' });
  });
});
