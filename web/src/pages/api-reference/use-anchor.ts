import { useEffect } from 'preact/hooks';

/** Goes to the anchor in the address once its target exists: the page is drawn after the browser looked for it. */
export function useAnchor(ready: boolean): void {
  useEffect(() => {
    if (!ready || location.hash === '') return;
    // Going to the same fragment once more is no reload; it scrolls, and `:target` finds its element.
    location.replace(location.href);
  }, [ready]);
}
