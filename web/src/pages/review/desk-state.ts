import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Result } from '#core/contract/result';
import type { DocumentType } from '#core/domain/document-types';
import type { CorrectionSender, SendState } from './correction-sender.ts';
import type { Correction, NewValue } from './corrections.ts';
import type { Draft } from './drafts.ts';
import type { PreparedDocument } from './prepared-document.ts';
import type { Stop, Target } from './stops.ts';

/** A value being entered: the text, and its place where words of the page were picked. */
export interface Typing extends NewValue {
  readonly key: string;
  readonly target: Target;
}

/** A step that can be undone: a correction on its way or sent, or a failed check that was looked at. */
export interface DoneStep {
  readonly kind: 'correction' | 'check';
  readonly label: string;
  /** The stop it was made at. */
  readonly key: string | null;
}

export interface DeskEvents {
  readonly onRefused: (correction: Correction, failure: unknown) => void;
  readonly onOvertaken: (dropped: readonly Correction[]) => void;
  /** What has not reached the server changed. */
  readonly onDraft: (draft: Draft) => void;
}

/** One document under review: what the server holds, what is on its way, and where the reviewer is. */
export interface Desk {
  readonly prepared: PreparedDocument;
  /** What the server holds. */
  readonly base: Signal<Result>;
  /** The result with everything that was entered, its checks made again. */
  readonly shown: ReadonlySignal<Result>;
  /** The same with the value being typed. */
  readonly preview: ReadonlySignal<Result>;
  /** Why the text being typed is no value of its field; null where it is one. */
  readonly problem: ReadonlySignal<string | null>;
  readonly stops: ReadonlySignal<readonly Stop[]>;
  readonly openKeys: ReadonlySignal<ReadonlySet<string>>;
  /** Keys of the stops in the order on the screen, settled ones included. */
  readonly order: Signal<readonly string[]>;
  readonly active: Signal<string | null>;
  readonly typing: Signal<Typing | null>;
  readonly unfolded: Signal<boolean>;
  readonly sending: Signal<{ readonly state: SendState; readonly failure: unknown }>;
  readonly pending: Signal<readonly Correction[]>;
  /** Corrections of this visit that an undo can take back. */
  readonly done: Signal<readonly DoneStep[]>;
  readonly find: (key: string) => Stop | null;
  readonly set: (target: Target, value: NewValue) => void;
  readonly markAbsent: (target: Target) => void;
  readonly editRows: (label: string, operations: NonNullable<Correction['body']['line_items']>) => void;
  readonly changeType: (type: DocumentType) => void;
  /** Looks at a failed check and leaves it. */
  readonly acknowledge: (key: string) => void;
  readonly takeBackCheck: (key: string) => void;
  readonly goNext: (by?: 1 | -1) => void;
  readonly activate: (key: string | null) => void;
  readonly sender: CorrectionSender;
  readonly restore: (draft: Draft) => void;
  readonly discardDraft: () => void;
}
