import type { Result } from '#core/contract/result';
import type { FieldState } from '#core/domain/result';
import { FIELD_STATE_WORDS } from '../../wording/field-states.ts';
import { boxInPercent, hasRoomToTheLeft, padBox } from './box-geometry.ts';
import type { Highlight } from './highlight.ts';
import type { PageMark } from './value-spots.ts';

/** Padding around the words, as a share of the page width, so that it looks the same on every page. */
const PADDING_SHARE = 0.003;

export interface PageOverlayProps {
  readonly page: Result['pages'][number];
  readonly marks: readonly PageMark[];
  readonly highlight: Highlight;
  readonly onChoose: (key: string) => void;
}

/**
 * The bounding boxes of values on a page. They are drawn in the unit of the page, so that the browser scales them with the
 * image. Hidden from assistive technology: the list of fields has the same content.
 */
export function PageOverlay({ page, marks, highlight, onChoose }: PageOverlayProps) {
  const highlighted = highlight.current.value;
  const tagged = marks.find(({ key }) => key === highlighted);
  return (
    <div class="absolute inset-0">
      <svg
        aria-hidden="true"
        class="absolute inset-0 size-full"
        viewBox={`0 0 ${page.width} ${page.height}`}
        preserveAspectRatio="none"
      >
        {marks.map((mark, at) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: mouse only; the list of fields is the keyboard equivalent.
          <rect
            key={`${mark.key}:${at}`}
            {...padBox(mark.box, page.width * PADDING_SHARE)}
            rx={page.width * PADDING_SHARE}
            vector-effect="non-scaling-stroke"
            class={`mark mark-${MARK_CLASSES[mark.state]} ${mark.key === highlighted ? 'mark-lit' : ''}`}
            onPointerEnter={() => {
              highlight.hovered.value = mark.key;
            }}
            onPointerLeave={() => {
              if (highlight.hovered.peek() === mark.key) highlight.hovered.value = null;
            }}
            onClick={() => onChoose(mark.key)}
          />
        ))}
      </svg>
      {tagged && <MarkTag mark={tagged} page={page} />}
    </div>
  );
}

const MARK_CLASSES: Readonly<Record<FieldState, string>> = {
  proved: 'proved',
  supported: 'supported',
  needs_review: 'review',
  confirmed: 'confirmed',
};

/** The label of the highlighted value, above its box, or below where there is no room above. */
function MarkTag({ mark, page }: { readonly mark: PageMark; readonly page: Result['pages'][number] }) {
  const { left, top } = boxInPercent(mark.box, page);
  const below = top < 4;
  const bottom = (mark.box[3] / page.height) * 100;
  const across = hasRoomToTheLeft(mark.box, page)
    ? { right: `${100 - (mark.box[2] / page.width) * 100}%` }
    : { left: `${left}%` };
  return (
    <span
      aria-hidden="true"
      class={`pointer-events-none absolute z-10 whitespace-nowrap rounded-md bg-[#1c1b19] px-2 py-0.5 font-medium text-white text-xs ${below ? 'mt-1.5' : '-mt-1.5 -translate-y-full'}`}
      style={{ ...across, top: `${below ? bottom : top}%` }}
    >
      {mark.label} · {FIELD_STATE_WORDS[mark.state].label.toLowerCase()}
    </span>
  );
}
