import { useEffect, useState } from 'preact/hooks';

/** Debounce delay before the search is sent. */
const PAUSE_MS = 250;

export interface SearchFieldProps {
  readonly label: string;
  readonly onSearch: (text: string) => void;
}

export function SearchField({ label, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => onSearch(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <input
      class="input mb-3"
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      onKeyDown={({ key, isComposing }) => key === 'Enter' && !isComposing && onSearch(typed.trim())}
    />
  );
}
