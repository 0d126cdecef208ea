import { signal } from '@preact/signals';
import { showToast } from '../../state/toasts.ts';
import { choicesOf } from './choices.ts';
import type { NewValue } from './corrections.ts';
import { newValue } from './desk.ts';
import type { Desk } from './desk-state.ts';
import { listValues, nextOpen, type Stop, valueAt } from './stops.ts';

/** What keys, buttons and words of the page do at the active stop. */
export interface DeskActions {
  readonly activeStop: () => Stop | null;
  /** Takes what is typed, or what is there, and goes on to the next stop. */
  readonly accept: () => void;
  /** Takes what is typed, if anything, and stays. */
  readonly commit: () => boolean;
  readonly hasChoice: (index: number) => boolean;
  readonly takeChoice: (index: number) => void;
  /** Accepts every doubtful cell of the line items at once. */
  readonly acceptCells: () => void;
  readonly doubtfulCells: () => number;
  readonly startTyping: (text?: string) => void;
  readonly type: (text: string) => void;
  readonly cancel: () => void;
  readonly fill: (value: NewValue) => void;
  readonly fillAndAccept: (value: NewValue) => void;
  readonly markAbsent: () => void;
  /** Clears the active cell, and stays. */
  readonly clearCell: () => void;
  /** Calls `approve` when nothing is open, or when asked a second time. */
  readonly approve: (approve: () => void) => void;
  readonly step: (by: 1 | -1) => void;
}

export function createDeskActions(desk: Desk): DeskActions {
  /** Approving with open stops was asked for once. */
  const warned = signal(false);
  const activeStop = (): Stop | null => {
    const key = desk.active.peek();
    return key === null ? null : desk.find(key);
  };
  const choiceAt = (index: number) => {
    const stop = activeStop();
    return stop === null ? undefined : choicesOf(desk.shown.peek(), stop)[index];
  };
  const next = () => {
    const stop = activeStop();
    // From a value that was no stop, back to the first stop that is open.
    if (stop && !desk.order.peek().includes(stop.key)) desk.activate(null);
    desk.goNext();
  };
  const commit = (): boolean => {
    const typing = desk.typing.peek();
    if (typing === null) return false;
    const value = typing.value.trim();
    const before = valueAt(desk.shown.peek(), typing.target)?.value;
    if (value === '' && before === undefined) {
      desk.typing.value = null;
      return false;
    }
    const problem = desk.problem.peek();
    if (problem !== null) {
      showToast(problem, 'danger');
      return false;
    }
    if (value === '') {
      desk.markAbsent(typing.target);
      return true;
    }
    desk.set(typing.target, newValue(typing, value));
    return true;
  };
  const accept = () => {
    const stop = activeStop();
    if (commit()) return next();
    // The text is no value: it stays, to be put right.
    if (desk.typing.peek() !== null) return;
    if (stop === null) {
      if (desk.openKeys.peek().size > 0) return desk.goNext();
      return showToast('All stops are done. Approve the document.');
    }
    if (stop.kind === 'check') desk.acknowledge(stop.key);
    else if (stop.value !== null && stop.target !== null) desk.set(stop.target, { value: stop.value.value });
    else return showToast('Enter a value, or mark the field as not on the document.');
    next();
  };
  const doubtfulCells = () => desk.stops.peek().filter(({ target }) => target?.kind === 'cell');
  const startTyping = (text?: string) => {
    const stop = activeStop();
    if (stop?.target)
      desk.typing.value = { key: stop.key, target: stop.target, value: text ?? stop.value?.value ?? '' };
  };
  const fill = (value: NewValue) => {
    const stop = activeStop();
    if (stop?.target) desk.typing.value = { key: stop.key, target: stop.target, ...value };
    else showToast('Choose a field first.');
  };
  return {
    activeStop,
    accept,
    commit,
    hasChoice: (index) => choiceAt(index) !== undefined,
    takeChoice: (index) => {
      const stop = activeStop();
      const choice = choiceAt(index);
      if (!stop?.target || !choice) return;
      desk.set(stop.target, { value: choice.value });
      next();
    },
    doubtfulCells: () => doubtfulCells().length,
    acceptCells: () => {
      const operations = [
        ...Map.groupBy(doubtfulCells(), ({ target }) => (target?.kind === 'cell' ? target.row : -1)),
      ].map(([row, cells]) => ({
        op: 'set' as const,
        row,
        cells: Object.fromEntries(
          cells.map(({ target, value }) => [target?.name ?? '', { value: value?.value ?? '' }]),
        ),
      }));
      desk.editRows('Line items', operations);
      next();
    },
    startTyping,
    type: (text) => {
      const typing = desk.typing.peek();
      if (typing === null) startTyping(text);
      else desk.typing.value = { ...typing, value: typing.value + text };
    },
    cancel: () => {
      desk.typing.value = null;
    },
    fill,
    fillAndAccept: (value) => {
      fill(value);
      if (desk.typing.peek() !== null) accept();
    },
    markAbsent: () => {
      const stop = activeStop();
      if (!stop?.target) return;
      desk.typing.value = null;
      desk.markAbsent(stop.target);
      next();
    },
    clearCell: () => {
      const stop = activeStop();
      if (stop?.target && stop.value !== null) desk.markAbsent(stop.target);
    },
    approve: (approve) => {
      commit();
      const left = desk.openKeys.peek().size;
      if (left === 0 || warned.peek()) return approve();
      warned.value = true;
      desk.activate(nextOpen(desk.order.peek(), (key) => desk.openKeys.peek().has(key), null));
      showToast(`${left} ${left === 1 ? 'stop is' : 'stops are'} still open. Repeat to approve anyway.`);
    },
    step: (by) => {
      commit();
      const keys = listedKeys(desk);
      const at = keys.indexOf(desk.active.peek() ?? '');
      const to = at < 0 ? (by > 0 ? 0 : keys.length - 1) : at + by;
      const key = keys[Math.max(0, Math.min(keys.length - 1, to))];
      if (key !== undefined) desk.activate(key);
    },
  };
}

/** Everything listed, settled stops and unfolded values included: the arrow keys pass over all of it. */
function listedKeys(desk: Desk): readonly string[] {
  const order = desk.order.peek();
  if (!desk.unfolded.peek()) return order;
  const others = listValues(desk.shown.peek()).filter(
    ({ key, target }) => target?.kind === 'field' && !order.includes(key),
  );
  return [...order, ...others.map(({ key }) => key)];
}
