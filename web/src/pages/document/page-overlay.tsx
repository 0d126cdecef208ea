import type { Result } from '#core/contract/result';
import type { FieldState } from '#core/domain/result';
import { FIELD_STATE_WORDS } from '../../wording/field-states.ts';
import { boxInPercent, hasRoomToTheLeft, padBox } from './box-geometry.ts';
import type { Lighting } from './lighting.ts';
import type { PageMark } from './value-spots.ts';

/** Air around the words, as a share of the page's width: the same to the eye on any page. */
const AIR_SHARE = 0.003;

export interface PageOverlayProps {
  readonly page: Result['pages'][number];
  readonly marks: readonly PageMark[];
  readonly lighting: Lighting;
  readonly onChoose: (key: string) => void;
}

/**
 * The places on a page. The drawing uses the page's own unit, so the browser scales it exactly with the picture. It is
 * for eyes and mouse only: the list of fields beside it is the same content for the keyboard and for screen readers.
 */
export function PageOverlay({ page, marks, lighting, onChoose }: PageOverlayProps) {
  const lit = lighting.lit.value;
  const tagged = marks.find(({ key }) => key === lit);
  return (
    <div class="absolute inset-0">
      <svg
        aria-hidden="true"
        class="absolute inset-0 size-full"
        viewBox={`0 0 ${page.width} ${page.height}`}
        preserveAspectRatio="none"
      >
        {marks.map((mark, at) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse only; the list beside it is for the keyboard.
          <rect
            key={`${mark.key}:${at}`}
            {...padBox(mark.box, page.width * AIR_SHARE)}
            rx={page.width * AIR_SHARE}
            vector-effect="non-scaling-stroke"
            class={`mark mark-${MARK_CLASSES[mark.state]} ${mark.key === lit ? 'mark-lit' : ''}`}
            onPointerEnter={() => {
              lighting.hovered.value = mark.key;
            }}
            onPointerLeave={() => {
              if (lighting.hovered.peek() === mark.key) lighting.hovered.value = null;
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
};

/** The name of the lit value, at its place; it hangs below when there is no room above. */
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
