import { useEffect } from 'preact/hooks';

/** Scrolls to the anchor in the URL once its target exists: the page renders after the browser has looked for it. */
export function useAnchor(ready: boolean): void {
  useEffect(() => {
    if (!ready || location.hash === '') return;
    // Replacing the URL with the same fragment does not reload; it scrolls and updates `:target`.
    location.replace(location.href);
  }, [ready]);
}
