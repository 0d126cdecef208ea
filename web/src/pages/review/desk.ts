import { batch, computed, signal } from '@preact/signals';
import { SignedOut } from '../../api/problems.ts';
import { clearSession } from '../../state/session.ts';
import { fieldLabel } from '../../wording/field-words.ts';
import { createCorrectionSender, type SendState } from './correction-sender.ts';
import {
  absentBody,
  applyCorrection,
  type Corrected,
  type Correction,
  enteredValue,
  movesRows,
  type NewValue,
  setBody,
  withCorrection,
} from './corrections.ts';
import type { Desk, DeskEvents, DoneStep, Typing } from './desk-state.ts';
import type { PreparedDocument } from './prepared-document.ts';
import {
  keyOfTarget,
  listStops,
  listValues,
  mergeOrder,
  missingStop,
  nextOpen,
  type Stop,
  type Target,
  valueAt,
} from './stops.ts';

let lastId = 0;

export function createDesk(prepared: PreparedDocument, userId: string, events: DeskEvents): Desk {
  const { document, result } = prepared;
  const base = signal(result);
  const pending = signal<readonly Correction[]>([]);
  const typing = signal<Typing | null>(null);
  const acknowledged = signal<ReadonlySet<string>>(new Set());
  const sending = signal<{ readonly state: SendState; readonly failure: unknown }>({ state: 'saved', failure: null });
  const done = signal<readonly DoneStep[]>([]);
  const unfolded = signal(false);

  const withPending = computed(() =>
    pending.value.reduce((now, { body }) => withCorrection(now, body, userId), base.value),
  );
  const tried = computed((): Corrected => {
    const typed = typing.value;
    const text = typed?.value.trim() ?? '';
    if (typed === null || text === '') return { ok: true, result: withPending.value };
    return applyCorrection(withPending.value, setBody(typed.target, newValue(typed, text)), userId);
  });
  const preview = computed(() => (tried.value.ok ? tried.value.result : withPending.value));
  const problem = computed(() => (tried.value.ok ? null : tried.value.message));
  const stops = computed(() => listStops(withPending.value).filter(({ key }) => !acknowledged.value.has(key)));
  const openKeys = computed(() => new Set(stops.value.map(({ key }) => key)));
  const order = signal(mergeOrder([], stops.peek(), false));
  const active = signal(order.peek()[0] ?? null);

  const noteDraft = () => {
    const typed = typing.peek();
    const { version } = base.peek();
    events.onDraft({ version, corrections: pending.peek(), typing: typed && { ...typed } });
  };
  const sender = createCorrectionSender(document.id, result, {
    onBase: (next) => {
      batch(() => {
        base.value = next;
        reorder(false);
      });
      noteDraft();
    },
    onPending: (next) => {
      pending.value = next;
      noteDraft();
    },
    onState: (state, failure) => {
      sending.value = { state, failure };
      // What is waiting is kept as a draft.
      if (failure instanceof SignedOut) clearSession();
    },
    onRefused: (correction, failure) => {
      done.value = done.peek().slice(0, -1);
      // What was entered comes back, to be put right.
      const entered = enteredValue(correction);
      if (entered !== null && typing.peek() === null) {
        const key = keyOfTarget(entered.target);
        active.value = key;
        typing.value = { key, target: entered.target, ...entered.value };
      }
      events.onRefused(correction, failure);
    },
    onOvertaken: (dropped) => {
      done.value = done.peek().slice(0, Math.max(0, done.peek().length - dropped.length));
      events.onOvertaken(dropped);
    },
  });
  let first = true;
  typing.subscribe(() => {
    // What an earlier visit left is offered first.
    if (!first) noteDraft();
    first = false;
  });

  const reorder = (rowsMoved: boolean) => {
    order.value = mergeOrder(order.peek(), stops.peek(), rowsMoved);
  };
  const send = (label: string, body: Correction['body'], key: string | null = null) => {
    const correction = { id: ++lastId, label, body };
    batch(() => {
      typing.value = null;
      done.value = [...done.peek(), { kind: 'correction', label, key }];
      sender.add(correction);
      reorder(movesRows(correction));
    });
  };
  const labelOf = (target: Target) => find(keyOfTarget(target))?.label ?? target.name;

  const find = (key: string): Stop | null =>
    stops.value.find((stop) => stop.key === key) ??
    listValues(withPending.value).find((stop) => stop.key === key) ??
    emptyStop(key);

  const goNext = (by: 1 | -1 = 1) => {
    active.value = nextOpen(order.peek(), (key) => openKeys.peek().has(key), active.peek(), by);
  };
  return {
    prepared,
    base,
    shown: withPending,
    preview,
    problem,
    stops,
    openKeys,
    order,
    active,
    typing,
    unfolded,
    sending,
    pending,
    done,
    find,
    set: (target, value) => {
      const before = valueAt(withPending.peek(), target);
      // Accepting keeps the place that the engine found.
      const same = before !== undefined && before.value === value.value && value.page === undefined;
      if (same && before.state === 'confirmed') typing.value = null;
      else send(labelOf(target), setBody(target, value), keyOfTarget(target));
    },
    markAbsent: (target) => send(labelOf(target), absentBody(target), keyOfTarget(target)),
    editRows: (label, operations) => {
      if (operations.length > 0) send(label, { line_items: operations });
    },
    changeType: (type) => send('Document type', { document_type: type }),
    acknowledge: (key) => {
      acknowledged.value = new Set(acknowledged.peek()).add(key);
      done.value = [...done.peek(), { kind: 'check', label: 'Check', key }];
    },
    takeBackCheck: (key) => {
      acknowledged.value = new Set([...acknowledged.peek()].filter((each) => each !== key));
      reorder(false);
    },
    goNext,
    activate: (key) => {
      active.value = key;
    },
    sender,
    discardDraft: noteDraft,
    restore: (draft) => {
      for (const { label, body } of draft.corrections) send(label, body);
      const typed = draft.typing;
      if (typed === null) return;
      const target = targetOfKey(typed.key);
      active.value = typed.key;
      if (target !== null) typing.value = { ...typed, target };
    },
  };
}

/** The value as it is sent: the text with the place of its words. */
export function newValue({ page, box }: NewValue, value: string): NewValue {
  return box === undefined ? { value } : { value, page, box };
}

/** A field or cell without a value, which can be given one. */
function emptyStop(key: string): Stop | null {
  const target = targetOfKey(key);
  if (target?.kind === 'field') return missingStop(target.name);
  if (target === null) return null;
  const label = `${fieldLabel(target.name)}, line ${target.row + 1}`;
  return { key, kind: 'value', label, target, value: null, check: null };
}

function targetOfKey(key: string): Target | null {
  const [kind = '', first = '', second = ''] = key.split(':');
  if (kind === 'field') return { kind: 'field', name: first };
  return kind === 'line' ? { kind: 'cell', row: Number(first), name: second } : null;
}
