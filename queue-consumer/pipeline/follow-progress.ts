import type { JobMessage } from '#core/jobs/message';
import type { EngineStage } from '#engine/model';
import type { Dependencies } from '../dependencies.ts';
import { announce } from './announce.ts';

/** Reports the progress of a run to watchers. */
export interface Progress {
  /** Reports that `share`, in [0, 1], of the stage is done. Returns immediately and never throws. */
  report(stage: RunStage, share: number): void;
  /** Resolves when all hints have been sent, so that none arrives after the end of the run. */
  settled(): Promise<void>;
}

export type RunStage = EngineStage | 'store';

/** Minimum interval between hints. Faster updates are unreadable, and documents done sooner need no hint. */
export const PROGRESS_INTERVAL_MS = 500;

/** Share of the run covered by each stage. Reading is most of it, and nearly all if pages need OCR. */
const SPANS: Readonly<Record<RunStage, readonly [from: number, to: number]>> = {
  read: [0, 0.6],
  classify: [0.6, 0.75],
  extract: [0.75, 0.95],
  validate: [0.95, 0.97],
  store: [0.97, 1],
};

/** Sends progress hints, at most one per `PROGRESS_INTERVAL_MS` and one at a time. The run does not wait for them. */
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
