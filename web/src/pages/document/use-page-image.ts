import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isAbort } from '../../api/request.ts';
import type { PageImages } from './page-images.ts';

export type ImageState =
  | { readonly state: 'waiting' }
  | { readonly state: 'shown'; readonly address: string }
  | { readonly state: 'failed'; readonly failure: unknown; readonly retry: () => void };

/** Loading starts this far before the page comes into view. */
const AHEAD = '600px 0px';

const present = (images: PageImages, page: number): ImageState => {
  const address = images.loaded(page);
  return address === null ? { state: 'waiting' } : { state: 'shown', address };
};

/** Loads a page image once the element is near the viewport. One that was loaded ahead is there at the first paint. */
export function usePageImage(images: PageImages, page: number, frame: RefObject<HTMLElement | null>): ImageState {
  const [state, setState] = useState<ImageState>(() => present(images, page));
  useEffect(() => {
    let gone = false;
    const load = () => {
      const now = present(images, page);
      setState(now);
      if (now.state === 'shown') return;
      images.image(page).then(
        (address) => !gone && setState({ state: 'shown', address }),
        (failure: unknown) => !gone && !isAbort(failure) && setState({ state: 'failed', failure, retry: load }),
      );
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        load();
      },
      { rootMargin: AHEAD },
    );
    if (frame.current) observer.observe(frame.current);
    return () => {
      gone = true;
      observer.disconnect();
    };
  }, [images, page]);
  return state;
}
