import type { JobMessage } from '#core/jobs/message';
import type { EngineStage } from '#engine/model';
import type { Dependencies } from '../dependencies.ts';
import { announce } from './announce.ts';

/** How far a run is, for those who watch. */
export interface Progress {
  /** `share`, in [0, 1], of the stage is done. Returns at once and never throws. */
  report(stage: RunStage, share: number): void;
  /** Resolves when what was told has gone out, so that no hint arrives behind the end of the run. */
  settled(): Promise<void>;
}

export type RunStage = EngineStage | 'store';

/** Nobody reads faster, and a document that is done before needs no hint at all. */
export const PROGRESS_INTERVAL_MS = 500;

/** Where a stage begins and ends in the whole run. Reading is most of it, and nearly all where pages are recognised. */
const SPANS: Readonly<Record<RunStage, readonly [from: number, to: number]>> = {
  read: [0, 0.6],
  classify: [0.6, 0.75],
  extract: [0.75, 0.95],
  validate: [0.95, 0.97],
  store: [0.97, 1],
};

/** Tells how far a run is, at most every `PROGRESS_INTERVAL_MS` and never two hints at a time; the run waits for none. */
export function followProgress(dependencies: Dependencies, message: JobMessage): Progress {
  let toldAt = dependencies.now();
  let furthest = 0;
  let sending: Promise<void> | undefined;
  return {
    report(stage, share) {
      const [from, to] = SPANS[stage];
      furthest = Math.max(furthest, from + (to - from) * share);
      const now = dependencies.now();
      if (sending !== undefined || now - toldAt < PROGRESS_INTERVAL_MS) return;
      toldAt = now;
      const progress = Math.round(furthest * 1000) / 1000;
      sending = announce(dependencies, message, { type: 'document.progress', stage, progress }).finally(() => {
        sending = undefined;
      });
    },
    settled: () => sending ?? Promise.resolve(),
  };
}
