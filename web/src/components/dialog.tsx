import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly wide?: boolean;
}

const FIRST_FIELD = 'form :is(input, select, textarea)';

/** A modal `<dialog>`: the browser traps the focus, closes on Escape and restores the focus. Opens when mounted. */
export function Dialog({ title, onClose, children, wide = false }: DialogProps) {
  const frame = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before the next key press: it belongs to the dialog.
  useLayoutEffect(() => {
    const dialog = frame.current;
    dialog?.showModal();
    // The browser would focus the button that closes it.
    if (!dialog?.querySelector('[autofocus]')) dialog?.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
    return () => dialog?.close();
  }, []);
  const closeOnBackdrop = (event: MouseEvent) => {
    if (event.target === frame.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: closes on a click on the backdrop; the keyboard equivalent, Escape, is built in.
    <dialog
      ref={frame}
      class={`m-auto max-h-[90dvh] w-[calc(100%-2rem)] overflow-auto rounded-xl border border-line bg-surface p-0 text-ink shadow-float ${wide ? 'max-w-2xl' : 'max-w-md'}`}
      aria-labelledby={titleId}
      onClick={closeOnBackdrop}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="flex items-center justify-between gap-4 border-line border-b py-3 pr-3 pl-5">
        <h2 id={titleId} class="font-semibold text-base">
          {title}
        </h2>
        <button type="button" class="button button-quiet button-icon" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div class="p-5">{children}</div>
    </dialog>
  );
}
