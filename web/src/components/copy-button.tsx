import { useEffect, useRef, useState } from 'preact/hooks';
import { copyText } from '../state/copy-text.ts';
import { Icon } from './icon.tsx';

/** How long the confirmation is shown. */
const DONE_MS = 1_600;

export interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for the label: "the secret". */
  readonly what: string;
  readonly compact?: boolean;
  /** Shows on the button what is copied, to distinguish several of them. */
  readonly spelled?: boolean;
}

export function CopyButton({ text, what, compact = false, spelled = false }: CopyButtonProps) {
  const [done, setDone] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    if (!(await copyText(text))) return;
    setDone(true);
    timer.current = setTimeout(() => setDone(false), DONE_MS);
  };
  const label = done ? 'Copied' : compact || spelled ? `Copy ${what}` : 'Copy';
  return (
    <button
      type="button"
      class={compact ? 'button button-quiet button-icon' : 'button'}
      aria-label={compact ? label : done ? 'Copied' : `Copy ${what}`}
      title={`Copy ${what}`}
      onClick={() => void copy()}
    >
      <Icon name={done ? 'check' : 'copy'} />
      {!compact && label}
    </button>
  );
}
