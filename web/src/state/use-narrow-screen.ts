import { useEffect, useState } from 'preact/hooks';

/** Tailwind's `sm` breakpoint, so that classes and code switch at the same width. */
const NARROW = '(max-width: 639.98px)';

export function useNarrowScreen(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const update = () => setNarrow(query.matches);
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, []);
  return narrow;
}
