import { useEffect, useRef } from 'preact/hooks';
import type { Result } from '#core/contract/result';
import type { PageImages } from './page-images.ts';
import { usePageImage } from './use-page-image.ts';
import type { PageMark } from './value-spots.ts';

export interface PageStripProps {
  readonly pages: Result['pages'];
  readonly images: PageImages;
  readonly marks: ReadonlyMap<number, readonly PageMark[]>;
  readonly current: number;
  readonly onChoose: (page: number) => void;
}

/** Thumbnails of all pages; a dot marks pages with values to review. */
export function PageStrip({ pages, images, marks, current, onChoose }: PageStripProps) {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    frame.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav
      ref={frame}
      aria-label="Pages of the document"
      class="hidden w-26 shrink-0 flex-col gap-3 overflow-y-auto border-line border-r p-3 md:flex"
    >
      {pages.map((page) => (
        <Thumbnail
          key={page.page}
          page={page}
          images={images}
          toReview={(marks.get(page.page) ?? []).some(({ state }) => state === 'needs_review')}
          current={page.page === current}
          onChoose={onChoose}
        />
      ))}
    </nav>
  );
}

interface ThumbnailProps {
  readonly page: Result['pages'][number];
  readonly images: PageImages;
  readonly toReview: boolean;
  readonly current: boolean;
  readonly onChoose: (page: number) => void;
}

function Thumbnail({ page, images, toReview, current, onChoose }: ThumbnailProps) {
  const frame = useRef<HTMLButtonElement>(null);
  const image = usePageImage(images, page.page, frame);
  return (
    <button
      ref={frame}
      type="button"
      aria-current={current ? 'true' : undefined}
      aria-label={`Page ${page.page}${toReview ? ', needs review' : ''}`}
      class={`relative w-full shrink-0 cursor-pointer bg-white ${current ? 'outline-2 outline-accent outline-offset-2' : 'ring-1 ring-line'}`}
      style={{ aspectRatio: `${page.width} / ${page.height}` }}
      onClick={() => onChoose(page.page)}
    >
      {image.state === 'shown' && <img src={image.address} alt="" class="absolute inset-0 size-full" />}
      <span class="absolute right-1 bottom-1 rounded bg-[#1c1b19] px-1.5 text-white text-xs tabular-nums">
        {page.page}
      </span>
      {toReview && <span class="absolute top-1 right-1 size-2.5 rounded-full bg-[#b26200] ring-2 ring-white" />}
    </button>
  );
}
