import { useEffect, useState } from 'preact/hooks';
import type { Result } from '#core/contract/result';
import { useNarrowScreen } from '../../state/use-narrow-screen.ts';
import { padBox } from '../document/box-geometry.ts';
import type { PageImages } from '../document/page-images.ts';
import { type CropPlace, cropAround } from './crop.ts';

export interface WordCropProps {
  readonly place: CropPlace;
  readonly pages: Result['pages'];
  readonly images: PageImages;
  readonly label: string;
}

/** Width to height of the cut, on a wide screen and on a phone. */
const ASPECT = { wide: 6, narrow: 3.5 } as const;
const PADDING_SHARE = 0.003;

/** The words of a value, cut from the picture of their page and enlarged. */
export function WordCrop({ place, pages, images, label }: WordCropProps) {
  const page = pages.find((each) => each.page === place.page);
  const [address, setAddress] = useState(() => images.loaded(place.page));
  const narrow = useNarrowScreen();
  useEffect(() => {
    let gone = false;
    const present = images.loaded(place.page);
    setAddress(present);
    if (present !== null) return undefined;
    // The page itself shows why an image could not be loaded.
    images.image(place.page).then(
      (loaded) => !gone && setAddress(loaded),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [images, place.page]);
  if (!page) return null;
  const cut = cropAround(place.box, page, narrow ? ASPECT.narrow : ASPECT.wide);
  return (
    <svg
      role="img"
      aria-label={`${label} on page ${place.page}`}
      class="block w-full rounded-md bg-white ring-1 ring-line"
      viewBox={`${cut.x} ${cut.y} ${cut.width} ${cut.height}`}
      style={{ aspectRatio: `${cut.width} / ${cut.height}` }}
    >
      {address !== null && <image href={address} width={page.width} height={page.height} preserveAspectRatio="none" />}
      <rect
        {...padBox(place.box, page.width * PADDING_SHARE)}
        rx={page.width * PADDING_SHARE}
        vector-effect="non-scaling-stroke"
        class="mark mark-lit-frame"
      />
    </svg>
  );
}
