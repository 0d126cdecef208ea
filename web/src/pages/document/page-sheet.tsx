import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Result } from '#core/contract/result';
import { describeFailure } from '../../wording/describe-failure.ts';
import type { Highlight } from './highlight.ts';
import type { PageImages } from './page-images.ts';
import { PageOverlay } from './page-overlay.tsx';
import { usePageImage } from './use-page-image.ts';
import type { PageMark } from './value-spots.ts';

export interface PageSheetProps {
  readonly page: Result['pages'][number];
  readonly images: PageImages;
  readonly marks: readonly PageMark[];
  readonly highlight: Highlight;
  /** CSS pixels. */
  readonly width: number;
  readonly onChoose: (key: string) => void;
  readonly overlay?: ((page: Result['pages'][number]) => ComponentChildren) | undefined;
}

/** One page: its image with the bounding boxes of values on top. Its height is known before the image loads. */
export function PageSheet({ page, images, marks, highlight, width, onChoose, overlay }: PageSheetProps) {
  const frame = useRef<HTMLDivElement>(null);
  const image = usePageImage(images, page.page, frame);
  return (
    <div
      ref={frame}
      data-page={page.page}
      class="relative mx-auto bg-white shadow-lift ring-1 ring-line"
      style={{ width: `${width}px`, height: `${(width * page.height) / page.width}px` }}
    >
      {image.state === 'shown' && (
        <img
          src={image.address}
          alt={`Page ${page.page} of the document`}
          class="absolute inset-0 size-full select-none"
          draggable={false}
        />
      )}
      {image.state === 'waiting' && (
        <div
          class="skeleton absolute inset-0 rounded-none opacity-60"
          role="status"
          aria-label={`Loading page ${page.page}`}
        />
      )}
      {image.state === 'failed' && (
        <div
          class="absolute inset-x-0 top-0 flex flex-col items-center gap-3 bg-danger-soft p-6 text-center text-danger"
          role="alert"
        >
          <p>
            Page {page.page} could not be loaded. {describeFailure(image.failure).detail}
          </p>
          <button type="button" class="button" onClick={image.retry}>
            Try again
          </button>
        </div>
      )}
      <PageOverlay page={page} marks={marks} highlight={highlight} onChoose={onChoose} />
      {overlay?.(page)}
    </div>
  );
}
