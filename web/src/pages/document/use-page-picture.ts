import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isAbort } from '../../api/request.ts';
import type { PagePictures } from './page-pictures.ts';

export type PictureState =
  | { readonly state: 'waiting' }
  | { readonly state: 'shown'; readonly address: string }
  | { readonly state: 'failed'; readonly failure: unknown; readonly retry: () => void };

/** Starts this much before the page comes into view. */
const AHEAD = '600px 0px';

/** Loads a page's picture once the element is near the view. */
export function usePagePicture(
  pictures: PagePictures,
  page: number,
  frame: RefObject<HTMLElement | null>,
): PictureState {
  const [state, setState] = useState<PictureState>({ state: 'waiting' });
  useEffect(() => {
    let gone = false;
    const load = () => {
      setState({ state: 'waiting' });
      pictures.picture(page).then(
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
  }, [pictures, page]);
  return state;
}
