import { useRef, useState } from 'preact/hooks';
import type { PageWords, Result } from '#core/contract/result';
import { padBox } from '../document/box-geometry.ts';
import type { NewValue } from './corrections.ts';
import type { WordPicker } from './word-picker.ts';

export interface WordLayerProps {
  readonly page: Result['pages'][number];
  readonly words: (page: number) => Promise<PageWords>;
  readonly picker: WordPicker;
  readonly onPick: (value: NewValue) => void;
}

/** Padding around a selected word, as a share of the page width. */
const PADDING_SHARE = 0.002;
/** A shorter way of the pointer is a click, in CSS pixels. */
const CLICK_PX = 4;

/** Lies over a page: a click takes the word, a drag the words it passes over. Word mode is the keyboard equivalent. */
export function WordLayer({ page, words, picker, onPick }: WordLayerProps) {
  const frame = useRef<SVGSVGElement>(null);
  const [known, setKnown] = useState<PageWords['words'] | null>(null);
  const from = useRef<{ readonly point: readonly [number, number]; readonly x: number; readonly y: number } | null>(
    null,
  );
  const selection = picker.selection.value;
  const boxes = selection?.page === page.page ? selection.boxes : [];
  const load = async (): Promise<PageWords['words'] | null> => {
    if (known !== null) return known;
    try {
      const { words: all } = await words(page.page);
      setKnown(all);
      return all;
    } catch (error) {
      // The page is gone, or its words cannot be read; word mode says so.
      console.warn('the words of a page could not be read', error);
      return null;
    }
  };
  const pointOf = ({ clientX, clientY }: PointerEvent): readonly [number, number] => {
    const { left, top, width, height } = frame.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return [((clientX - left) / width) * page.width, ((clientY - top) / height) * page.height];
  };
  const finish = async (event: PointerEvent) => {
    const start = from.current;
    from.current = null;
    if (start === null) return;
    const moved = Math.hypot(event.clientX - start.x, event.clientY - start.y) >= CLICK_PX;
    const point = pointOf(event);
    const all = await load();
    if (all === null) return;
    picker.drag(page.page, all, moved ? start.point : point, point);
    const value = picker.drop();
    if (value) onPick(value);
  };
  return (
    // Mouse and touch only; word mode (w) is the keyboard equivalent.
    <svg
      ref={frame}
      aria-hidden="true"
      class="absolute inset-0 size-full cursor-text"
      viewBox={`0 0 ${page.width} ${page.height}`}
      preserveAspectRatio="none"
      onPointerEnter={() => void load()}
      onPointerDown={(event) => {
        void load();
        if (event.button !== 0) return;
        from.current = { point: pointOf(event), x: event.clientX, y: event.clientY };
        // A finger that moves scrolls the page.
        if (event.pointerType === 'mouse') event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (from.current !== null && known !== null && event.pointerType === 'mouse')
          picker.drag(page.page, known, from.current.point, pointOf(event));
      }}
      onPointerUp={(event) => void finish(event)}
      onPointerCancel={() => {
        from.current = null;
        picker.drop();
      }}
    >
      {boxes.map((box) => (
        <rect
          key={box.join()}
          {...padBox(box, page.width * PADDING_SHARE)}
          class="picked-word"
          vector-effect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
