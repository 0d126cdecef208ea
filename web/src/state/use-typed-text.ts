import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * The text of a field whose value is passed on after a pause in typing. A value set elsewhere replaces the text; the
 * value that the field passed on itself does not, because effects run late and would undo what was typed meanwhile.
 */
export function useTypedText(value: string, pauseMs: number, onSettled: (text: string) => void) {
  const [typed, setTyped] = useState(value);
  const settled = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onSettled);
  latest.current = onSettled;
  useEffect(() => {
    if (value === settled.current) return;
    settled.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  /** Passes the text on at once. */
  const settle = (text: string) => {
    clearTimeout(timer.current);
    settled.current = text;
    latest.current(text);
  };
  const type = (text: string, wanted: string = text.trim()) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => settle(wanted), pauseMs);
  };
  return { typed, type, settle };
}
