import { useRef } from 'preact/hooks';
import type { Result } from '#core/contract/result';
import { describeFailure } from '../../wording/describe-failure.ts';
import type { Lighting } from './lighting.ts';
import { PageOverlay } from './page-overlay.tsx';
import type { PagePictures } from './page-pictures.ts';
import { usePagePicture } from './use-page-picture.ts';
import type { PageMark } from './value-spots.ts';

export interface PageSheetProps {
  readonly page: Result['pages'][number];
  readonly pictures: PagePictures;
  readonly marks: readonly PageMark[];
  readonly lighting: Lighting;
  /** CSS pixels. */
  readonly width: number;
  readonly onChoose: (key: string) => void;
}

/** One page: its picture, and over it the places that values were read from. Its height is right before the picture is. */
export function PageSheet({ page, pictures, marks, lighting, width, onChoose }: PageSheetProps) {
  const frame = useRef<HTMLDivElement>(null);
  const picture = usePagePicture(pictures, page.page, frame);
  return (
    <div
      ref={frame}
      data-page={page.page}
      class="relative mx-auto bg-white shadow-lift ring-1 ring-line"
      style={{ width: `${width}px`, height: `${(width * page.height) / page.width}px` }}
    >
      {picture.state === 'shown' && (
        <img
          src={picture.address}
          alt={`Page ${page.page} of the document`}
          class="absolute inset-0 size-full select-none"
          draggable={false}
        />
      )}
      {picture.state === 'waiting' && (
        <div
          class="skeleton absolute inset-0 rounded-none opacity-60"
          role="status"
          aria-label={`Loading page ${page.page}`}
        />
      )}
      {picture.state === 'failed' && (
        <div
          class="absolute inset-x-0 top-0 flex flex-col items-center gap-3 bg-danger-soft p-6 text-center text-danger"
          role="alert"
        >
          <p>
            The picture of page {page.page} did not load. {describeFailure(picture.failure).detail}
          </p>
          <button type="button" class="button" onClick={picture.retry}>
            Try again
          </button>
        </div>
      )}
      <PageOverlay page={page} marks={marks} lighting={lighting} onChoose={onChoose} />
    </div>
  );
}
