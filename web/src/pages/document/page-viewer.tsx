import { useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Result } from '#core/contract/result';
import type { Box } from '#core/domain/result';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { useShortcuts } from '../../state/shortcuts.ts';
import { boxOnScreen, scrollToReveal } from './box-geometry.ts';
import type { Highlight } from './highlight.ts';
import { createPageImages, type PageImages } from './page-images.ts';
import { PageSheet } from './page-sheet.tsx';
import { PageStrip } from './page-strip.tsx';
import { marksOnPage, type ValueSpot } from './value-spots.ts';
import { ViewerBar } from './viewer-bar.tsx';
import { nextZoom, ZOOM_KEYS, type ZoomKeys } from './zoom.ts';

/** Padding around the pages and maximum width at zoom 1, in CSS pixels. */
const PADDING = 16;
const MAX_FIT_WIDTH = 1_100;
/** Hovering shorter than this does not scroll the page. */
const HOVER_PAUSE_MS = 140;

export interface PageViewerProps {
  readonly documentId: string;
  readonly pages: Result['pages'];
  readonly spots: readonly ValueSpot[];
  readonly highlight: Highlight;
  readonly onChoose: (key: string) => void;
  /** Images that are loaded already; the viewer does not release them. */
  readonly images?: PageImages;
  readonly zoomKeys?: ZoomKeys;
  /** Drawn over each page. */
  readonly overlay?: (page: Result['pages'][number]) => ComponentChildren;
}

/** The page images, one below the other; scrolls the highlighted value into view. */
export function PageViewer(props: PageViewerProps) {
  const { documentId, pages, spots, highlight, onChoose, images: loaded, zoomKeys = ZOOM_KEYS, overlay } = props;
  const frame = useRef<HTMLElement>(null);
  const own = useMemo(() => (loaded ? null : createPageImages(documentId, pages)), [loaded, documentId, pages]);
  const images = loaded ?? own;
  const marks = useMemo(() => new Map(pages.map(({ page }) => [page, marksOnPage(spots, page)])), [pages, spots]);
  const [fitWidth, setFitWidth] = useState(600);
  const [zoom, setZoom] = useState(1);
  const [current, setCurrent] = useState(pages[0]?.page ?? 1);
  const width = Math.round(fitWidth * zoom);
  useEffect(() => () => own?.release(), [own]);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setFitWidth(Math.max(200, Math.min(MAX_FIT_WIDTH, element.clientWidth - 2 * PADDING)));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // Zooming keeps the centre of the view in place, resizing the window its top.
  const before = useRef({ width, zoom });
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || before.current.width === width) return;
    const scale = width / before.current.width;
    const fixed = before.current.zoom === zoom ? 0 : 0.5;
    before.current = { width, zoom };
    element.scrollTop = (element.scrollTop + element.clientHeight * fixed) * scale - element.clientHeight * fixed;
    element.scrollLeft = (element.scrollLeft + element.clientWidth * fixed) * scale - element.clientWidth * fixed;
  }, [width, zoom]);

  const sheetOf = (page: number) => frame.current?.querySelector<HTMLElement>(`[data-page="${page}"]`);
  const showPage = (page: number) => {
    const top = sheetOf(page)?.offsetTop;
    if (top !== undefined) frame.current?.scrollTo({ top: top - PADDING });
  };
  const showSpot = (key: string) => {
    const evidence = spots
      .find((spot) => spot.key === key)
      ?.field.evidence.find(({ page, box }) => page !== null && box !== null);
    if (evidence?.page && evidence.box) showBox(evidence.page, evidence.box);
  };
  const showBox = (number: number, box: Box) => {
    const element = frame.current;
    const page = pages.find((each) => each.page === number);
    const sheet = page && sheetOf(page.page);
    if (!element || !page || !sheet) return;
    const drawn = {
      left: sheet.offsetLeft,
      top: sheet.offsetTop,
      width: sheet.offsetWidth,
      height: sheet.offsetHeight,
    };
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
    const view = { scrollLeft, scrollTop, width: clientWidth, height: clientHeight };
    element.scrollTo({ ...scrollToReveal(boxOnScreen(box, { ...page, drawn }), view), behavior: 'smooth' });
  };
  useSignalEffect(() => {
    const key = highlight.current.value;
    if (key === null) return;
    const timer = setTimeout(() => showSpot(key), highlight.hovered.value === null ? 0 : HOVER_PAUSE_MS);
    return () => clearTimeout(timer);
  });
  useSignalEffect(() => {
    const page = highlight.page.value;
    if (page === null) return;
    highlight.page.value = null;
    showPage(page);
  });
  useSignalEffect(() => {
    const place = highlight.place.value;
    if (place === null) return;
    highlight.place.value = null;
    showBox(place.page, place.box);
  });
  const noteScroll = () => {
    const element = frame.current;
    if (!element) return;
    const line = element.scrollTop + element.clientHeight / 3;
    const seen = pages.findLast(({ page }) => (sheetOf(page)?.offsetTop ?? 0) <= line);
    if (seen) setCurrent(seen.page);
  };

  const turn = (by: number) => showPage(Math.min(pages.length, Math.max(1, current + by)));
  useShortcuts([
    { keys: ['['], label: 'Previous page', run: () => turn(-1) },
    { keys: [']'], label: 'Next page', run: () => turn(1) },
    { keys: zoomKeys.larger, label: 'Zoom in', run: () => setZoom((now) => nextZoom(now, 1)) },
    { keys: zoomKeys.smaller, label: 'Zoom out', run: () => setZoom((now) => nextZoom(now, -1)) },
    { keys: zoomKeys.fit, label: 'Fit to width', run: () => setZoom(1) },
  ]);

  if (images === null) return null;
  return (
    <div class="relative flex h-full min-h-0 bg-sunken">
      {pages.length > 1 && (
        <PageStrip pages={pages} images={images} marks={marks} current={current} onChoose={showPage} />
      )}
      <ScrollRegion label="Pages" class="min-w-0 flex-1 overflow-auto" frame={frame} onScroll={noteScroll}>
        <div class="flex min-w-fit flex-col gap-4 p-4 pb-20">
          {pages.map((page) => (
            <PageSheet
              key={page.page}
              page={page}
              images={images}
              marks={marks.get(page.page) ?? []}
              highlight={highlight}
              width={width}
              onChoose={onChoose}
              overlay={overlay}
            />
          ))}
        </div>
      </ScrollRegion>
      <ViewerBar page={current} pages={pages.length} zoom={zoom} zoomKeys={zoomKeys} onTurn={turn} onZoom={setZoom} />
    </div>
  );
}
