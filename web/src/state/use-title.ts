import { useEffect } from 'preact/hooks';

/** Sets the document title. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · NeoCaptured`;
  }, [title]);
}
