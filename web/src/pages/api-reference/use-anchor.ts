import { useEffect } from 'preact/hooks';

/** Goes to the anchor in the address once its target exists: the page is drawn after the browser looked for it. */
export function useAnchor(ready: boolean): void {
  useEffect(() => {
    if (!ready || location.hash === '') return;
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, [ready]);
}
