import type { ReadonlySignal, Signal } from '@preact/signals';
import type { DocumentView } from '#core/contract/documents';
import type { Desk, DoneStep } from './desk-state.ts';
import type { ReviewedDocument } from './session-stats.ts';

export type QueuePhase =
  | { readonly state: 'loading' }
  | { readonly state: 'open'; readonly desk: Desk }
  | { readonly state: 'end' }
  /** It is not under review: approved, rejected, or still being processed. */
  | { readonly state: 'closed'; readonly document: DocumentView }
  | { readonly state: 'failed'; readonly failure: unknown };

export interface Decided extends ReviewedDocument {
  /** Settles once the server has noted the decision. */
  readonly noted: Promise<void>;
  /** What was done in it, to be undone further once it is open again. */
  readonly steps: readonly DoneStep[];
}

/** The documents of one sitting: the open one, the next one (locked and loaded), and those decided. */
export interface ReviewQueue {
  readonly phase: ReadonlySignal<QueuePhase>;
  readonly decided: Signal<readonly Decided[]>;
  /** Documents left, the open one included; null until known. */
  readonly remaining: ReadonlySignal<number | null>;
  /** A decision that the server refused after the next document was opened. */
  readonly refused: Signal<{ readonly id: string; readonly name: string; readonly failure: unknown } | null>;
  /** The lock of the open document is gone. */
  readonly lost: Signal<unknown>;
  /** Decisions that the server has not noted yet. */
  readonly waiting: Signal<number>;
  readonly keys: { count: number };
  readonly start: (id: string | null) => Promise<void>;
  readonly approve: () => void;
  readonly reject: (reason: string) => void;
  readonly postpone: (until: string) => void;
  readonly undo: () => Promise<void>;
  readonly open: (id: string, takeOver?: boolean) => Promise<void>;
  /** Opens the next document and leaves this one as it is. */
  readonly skip: () => void;
  /** Takes the lock of the open document again, then sends what is waiting. */
  readonly relock: () => Promise<void>;
  readonly leave: (closing: boolean) => void;
}
