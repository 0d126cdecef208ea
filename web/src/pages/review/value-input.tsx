import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskActions } from './desk-actions.ts';
import type { Desk } from './desk-state.ts';

export interface ValueInputProps {
  readonly desk: Desk;
  readonly actions: DeskActions;
  readonly label: string;
  readonly class?: string;
  /** Enter and Tab belong to the grid. */
  readonly inGrid?: boolean;
}

/** The input of the value being typed. Enter takes it and goes on, Escape leaves the value as it was. */
export function ValueInput({ desk, actions, label, class: classes = '', inGrid = false }: ValueInputProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  const typing = desk.typing.value;
  const { key, box } = typing ?? { key: '', box: undefined };
  useLayoutEffect(() => {
    const element = input.current;
    if (!element) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  }, [key, box]);
  if (typing === null) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || inGrid) return;
    const run = { Enter: actions.accept, Escape: actions.cancel, Tab: () => actions.step(event.shiftKey ? -1 : 1) }[
      event.key
    ];
    if (!run || event.ctrlKey || event.metaKey || event.altKey || (event.key === 'Enter' && event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  const problem = desk.problem.value;
  return (
    <textarea
      ref={input}
      class={`input resize-none py-2 font-medium text-base tabular-nums ${classes}`}
      rows={Math.min(4, typing.value.split('\n').length)}
      aria-label={label}
      aria-invalid={problem !== null}
      title={problem ?? undefined}
      value={typing.value}
      spellcheck={false}
      autocomplete="off"
      onKeyDown={onKeyDown}
      onInput={({ currentTarget }) => {
        // A value that is typed anew no longer comes from the words that were picked.
        const { box: _box, page: _page, ...rest } = typing;
        const kept = currentTarget.value.trim() !== '' && isPart(typing.value, currentTarget.value);
        desk.typing.value = { ...(kept ? typing : rest), value: currentTarget.value };
      }}
    />
  );
}

const isPart = (a: string, b: string): boolean => a.includes(b) || b.includes(a);
