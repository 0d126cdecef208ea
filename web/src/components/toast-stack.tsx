import { dismissToast, toasts } from '../state/toasts.ts';
import { Icon } from './icon.tsx';

export function ToastStack() {
  return (
    <div
      class="pointer-events-none fixed inset-x-4 bottom-24 z-40 flex flex-col items-center gap-2"
      role="status"
      aria-live="polite"
    >
      {toasts.value.map(({ id, text, tone }) => (
        <div
          key={id}
          class={`pointer-events-auto flex animate-[slide-in_160ms_ease-out] items-center gap-3 rounded-lg py-2 pr-2 pl-4 shadow-float ${tone === 'danger' ? 'bg-danger-soft text-danger' : 'bg-ink text-canvas'}`}
        >
          <span>{text}</span>
          <button
            type="button"
            class="grid size-7 cursor-pointer place-items-center rounded-md"
            aria-label="Dismiss"
            onClick={() => dismissToast(id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
