import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import type { IconName } from '../../components/icon-paths.data.ts';

export interface PopoverMenuProps {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button with a panel below it, or above it in the lower half of the window. `popover` closes it on Escape and on clicks elsewhere. */
export function PopoverMenu({ id, icon, label, children }: PopoverMenuProps) {
  const panel = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState({ top: '0px', bottom: 'auto', right: '0px' });
  const [open, setOpen] = useState(false);
  const put = () => {
    const box = button.current?.getBoundingClientRect();
    if (!box) return;
    const right = Math.max(8, Math.min(window.innerWidth - box.right, window.innerWidth - PANEL_WIDTH - 8));
    const isLow = box.top > window.innerHeight / 2;
    setPlace({
      top: isLow ? 'auto' : `${box.bottom + GAP}px`,
      bottom: isLow ? `${window.innerHeight - box.top + GAP}px` : 'auto',
      right: `${right}px`,
    });
  };
  return (
    <>
      <button ref={button} type="button" class="button min-h-10" popovertarget={id} aria-expanded={open} onClick={put}>
        <Icon name={icon} /> <span class="hidden lg:inline">{label}</span>
        <span class="sr-only lg:hidden">{label}</span>
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        onToggle={(event) => setOpen(event.newState === 'open')}
        style={place}
        class="fixed inset-auto m-0 max-h-[70dvh] w-72 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-xl border border-line bg-surface p-0 text-ink shadow-float"
      >
        {open && children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}

/** Between the button and its panel, in CSS pixels. */
const GAP = 6;
/** `w-72` in CSS pixels. */
const PANEL_WIDTH = 288;
